import type { Channel, Message } from './types.ts'

/** One thing that changed in what people see. */
export interface Entry {
  /** Rises by one with each entry. */
  seq: number
  kind: 'posted' | 'changed' | 'deleted' | 'private'
  channel: string
  /** For `private`: who alone sees it. */
  to: string | null
  message: Message
}

/** How much is kept; whoever reads on from an older number has missed something, and is told by the gap. */
const KEPT = 200_000

/** What appeared and changed, in order, for runs that follow along from outside. */
export class Journal {
  readonly entries: Entry[] = []
  #seq = 0

  note(kind: Entry['kind'], channel: Channel, message: Message, to: string | null = null): number {
    this.entries.push({ seq: ++this.#seq, kind, channel: channel.id, to, message })
    if (this.entries.length > KEPT * 1.1) this.entries.splice(0, this.entries.length - KEPT)
    return this.#seq
  }

  /** What came after `seq`, oldest first; each with its message as it is now, a deleted one as it was. */
  since(seq: number, most = 10_000): Entry[] {
    const first = this.entries[0]?.seq ?? 1
    return this.entries.slice(Math.max(0, seq + 1 - first)).slice(0, most)
  }
}
