/** One request as it came in, and how it was answered; `null`: the line was dropped. */
export interface Request {
  at: number
  method: string
  query: Record<string, string>
  body: unknown
  status: number | null
}

/** A comment of ours that this YouTube took. */
interface Post {
  parent: string
  text: string
  at: number
}

/** What was asked of this YouTube, counted. */
export class Journal {
  readonly requests: Request[] = []
  /** What broke the published description, a sentence each. */
  readonly violations: string[] = []
  /** Replies that were sent again after a lost answer, without a look in between whether the first one is there. */
  readonly blind: string[] = []
  readonly posts: Post[] = []
  readonly #lost = new Set<string>()

  takes(parent: string, text: string, at: number): void {
    this.posts.push({ parent, text, at })
  }

  /** Before an insert is taken. */
  asksInsert(parent: string, text: string): void {
    const key = keyOf(parent, text)
    if (this.#lost.has(key)) this.blind.push(key)
  }

  loses(parent: string, text: string): void {
    this.#lost.add(keyOf(parent, text))
  }

  /** Somebody looked under this comment: whatever was lost there may be known now. */
  looks(parent: string): void {
    for (const key of this.#lost) if (key.startsWith(`${parent}\n`)) this.#lost.delete(key)
  }

  /** How many times each of our texts was taken under each parent. */
  counts(): Map<string, number> {
    const counts = new Map<string, number>()
    for (const { parent, text } of this.posts)
      counts.set(keyOf(parent, text), (counts.get(keyOf(parent, text)) ?? 0) + 1)
    return counts
  }

  calls(method: string): number {
    return this.requests.filter((one) => one.method === method).length
  }
}

const keyOf = (parent: string, text: string): string => `${parent}\n${text}`
