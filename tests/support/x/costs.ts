import type { Done } from './method.ts'

/**
 * Micro-dollars, X's prices of August 2026, which only its Developer Console shows. What direct messages and people cost
 * is from memory.
 */
export const PRICES = {
  post: 15_000,
  link: 200_000,
  reply: 10_000,
  delete: 10_000,
  direct: 15_000,
} as const
export const READS = { post: 5_000, mention: 1_000, user: 10_000, direct: 10_000 } as const

/** What the app has to pay. What is read again on the same UTC day is not paid for again (docs.x.com/x-api/getting-started/pricing). */
export class Costs {
  /** Micro-dollars in all, and by what for. */
  total = 0
  readonly by: Record<string, number> = {}
  #day = ''
  #paid = new Set<string>()

  count({ read, wrote }: Done, at: number): void {
    const day = new Date(at).toISOString().slice(0, 10)
    if (day !== this.#day) this.#paid = new Set()
    this.#day = day
    if (wrote) this.#add(wrote, PRICES[wrote])
    for (const id of read?.ids ?? []) {
      const what = `${read!.kind === 'mention' ? 'post' : read!.kind} ${id}`
      if (!this.#paid.has(what)) this.#add(`read ${read!.kind}`, READS[read!.kind])
      this.#paid.add(what)
    }
  }

  #add(what: string, amount: number): void {
    this.total += amount
    this.by[what] = (this.by[what] ?? 0) + amount
  }
}
