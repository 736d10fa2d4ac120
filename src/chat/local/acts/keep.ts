import { SECOND } from '../../../model/clock.ts'
import type { Parts } from '../parts.ts'
import type { Deed, EventRow } from '../store/events.ts'
import type { Private } from '../store/privates.ts'

/** How long a caller waits for the station before being told that it comes later. */
const PATIENCE = 10 * SECOND

/** What became of something a member did. */
export interface Done {
  event: string | null
  message: string | null
  /** What the person is told privately; null where the station has not answered in time. */
  private: Private[] | null
}

/** Keeps an event for the station; call it inside the commit of what belongs to it. */
export function keep(
  { store }: Parts,
  place: Pick<EventRow, 'channel' | 'thread' | 'message'> & { answers?: number },
  deed: Deed,
): number {
  return store.events.add({ by: deed.by, at: deed.at, answers: null, ...place }, deed)
}

/** Tells the station and the person's pages of a kept event, and waits for the answer. */
export async function settle(parts: Parts, event: number, by: string, message: string | null): Promise<Done> {
  const { store, bus, clock } = parts
  const done = new AbortController()
  const answer = bus.answerTo(event, clock.wait(PATIENCE, done.signal))
  announce(parts, by)
  const told = await answer
  done.abort()
  return { event: store.events.idOf(event), message, private: told }
}

/** Tells the station and the person's pages of a kept event. */
export function announce({ bus }: Parts, by: string): void {
  bus.eventKept()
  bus.tell({ kind: 'private', person: by, row: null })
}
