/** Who likes what. */
export class Likes {
  readonly #of = new Map<string, Set<string>>()

  set(post: string, user: string, likes: boolean): void {
    const users = this.#of.get(post) ?? new Set()
    if (likes) users.add(user)
    else users.delete(user)
    this.#of.set(post, users)
  }

  count = (post: string): number => this.#of.get(post)?.size ?? 0
  has = (post: string, user: string): boolean => this.#of.get(post)?.has(user) ?? false
}
