/** Those who wait for something to be so; they look again after each request and event that was served. */
export class Waiting {
  readonly #looks = new Set<() => void>()

  until<T>(probe: () => T | undefined | null | false): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = () => {
        try {
          const found = probe()
          if (found === undefined || found === null || found === false) return
          this.#looks.delete(look)
          resolve(found)
        } catch (error) {
          this.#looks.delete(look)
          reject(error)
        }
      }
      this.#looks.add(look)
      look()
    })
  }

  lookAgain(): void {
    for (const look of [...this.#looks]) look()
  }
}
