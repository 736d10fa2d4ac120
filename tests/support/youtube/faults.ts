/** A misfortune of a call. `before`: the call never came to be; `after`: it did, and the answer was lost. */
export type Fault = {
  /** `comments.insert`, `token`, … or `*`. */
  method: string
  times: number
} & (
  | { kind: 'drop'; when: 'before' | 'after' }
  | { kind: 'status'; status: number; when: 'before' | 'after' }
  | { kind: 'garbage'; when: 'before' | 'after' }
  | { kind: 'slow'; ms: number }
  | { kind: 'rate' }
)

export class Faults {
  #left: Fault[] = []

  add(fault: Fault): void {
    this.#left.push({ ...fault })
  }

  clear(): void {
    this.#left = []
  }

  /** What befalls this call; it is used up. */
  forCall(method: string): Fault | null {
    const fault = this.#left.find((one) => one.method === '*' || one.method === method)
    if (!fault) return null
    fault.times--
    this.#left = this.#left.filter((one) => one.times > 0)
    return fault
  }
}
