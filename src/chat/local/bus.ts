import type { Private } from './store/privates.ts'

/** Something changed that a page may be showing. `person` is set where it concerns that person alone. */
export type Change =
  | { kind: 'thread'; channel: string; thread: string }
  | { kind: 'channel'; channel: string }
  | { kind: 'private'; person: string; row: Private | null }
export type Numbered = Change & { id: number }

/** A page that was away shorter than so many changes is told what it missed; longer, it starts afresh. */
const KEPT = 500

/** Wakes whoever waits: the station for events, a caller for its answer, the pages for changes. */
export class Bus {
  readonly #events = new Set<() => void>()
  readonly #answers = new Map<number, (answers: Private[]) => void>()
  readonly #pages = new Set<(change: Numbered) => void>()
  readonly #recent: Numbered[] = []
  #last = 0

  eventKept(): void {
    for (const wake of [...this.#events]) wake()
  }

  /** Resolves at the next event that is kept, or when `until` does. */
  async nextEvent(until: Promise<unknown>): Promise<void> {
    let wake = () => {}
    const kept = new Promise<void>((resolve) => {
      wake = resolve
    })
    this.#events.add(wake)
    await Promise.race([until, kept])
    this.#events.delete(wake)
  }

  answered(event: number, answers: Private[]): void {
    this.#answers.get(event)?.(answers)
  }

  /** What the person is answered on this event, or null when `until` resolves first. Call it before the event is told. */
  async answerTo(event: number, until: Promise<unknown>): Promise<Private[] | null> {
    const answer = new Promise<Private[]>((resolve) => this.#answers.set(event, resolve))
    const answers = await Promise.race([answer, until.then(() => null)])
    this.#answers.delete(event)
    return answers
  }

  tell(change: Change): void {
    this.#last += 1
    const numbered = { ...change, id: this.#last }
    this.#recent.push(numbered)
    if (this.#recent.length > KEPT) this.#recent.shift()
    for (const page of this.#pages) page(numbered)
  }

  get last(): number {
    return this.#last
  }

  /** Everything after the change with this number; null where that is no longer known. */
  since(id: number): Numbered[] | null {
    if (id > this.#last || id < this.#last - this.#recent.length) return null
    return this.#recent.filter((it) => it.id > id)
  }

  /** Calls `page` for every change until the returned function is called. */
  watch(page: (change: Numbered) => void): () => void {
    this.#pages.add(page)
    return () => this.#pages.delete(page)
  }
}
