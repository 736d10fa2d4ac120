import { z } from 'zod'
import { HOUR, MINUTE } from '../../../model/clock.ts'
import { ALIVE, type Heard } from '../threads.ts'

/** A thread as the sweep keeps it. Times are UTC ms. */
const FOLLOWED = z.object({
  /** Its video, its newest message, and when all its replies were read last (0: never). */
  v: z.string().nullable(),
  l: z.number(),
  s: z.number(),
  /** What YouTube counted then; -1: never read. */
  c: z.number(),
  /** The replies of others that stood there then, without the thread's own id; null where they are too many to keep. */
  r: z.array(z.string()).nullable(),
})
export type Followed = z.output<typeof FOLLOWED>

export const STATE = z.object({ from: z.number(), threads: z.record(z.string(), FOLLOWED) })
export type State = z.output<typeof STATE>

const MOST = 500

/** The threads to follow: those of the cursor, with what was heard since; the liveliest where they are too many. */
export function followed(state: State, heard: ReadonlyMap<string, Heard>, now: number): Map<string, Followed> {
  const all = new Map(Object.entries(state.threads))
  for (const [id, { video, last, count }] of heard) {
    const known = all.get(id)
    // Where YouTube counts none there is nothing to read.
    const first = count === 0 ? { s: now, c: 0, r: [] } : { s: 0, c: -1, r: [] }
    const { s, c, r } = known ?? first
    all.set(id, { v: video ?? known?.v ?? null, l: Math.max(last, known?.l ?? 0), s, c, r })
  }
  const alive = [...all].filter(([, { l }]) => l >= now - ALIVE)
  return new Map(alive.sort(([, a], [, b]) => b.l - a.l).slice(0, MOST))
}

/** From how long after its last message (ms) a thread is looked at how often: its count, and all of its replies. */
const RHYTHM = [
  { silent: HOUR, count: 2 * MINUTE, all: HOUR },
  { silent: 6 * HOUR, count: 5 * MINUTE, all: 2 * HOUR },
  { silent: 24 * HOUR, count: 15 * MINUTE, all: 6 * HOUR },
  { silent: 72 * HOUR, count: HOUR, all: 12 * HOUR },
]
const SELDOM = { count: 4 * HOUR, all: 24 * HOUR }

/** How often to look at a thread: the liveliest most often. */
export const rhythmOf = ({ l }: Followed, now: number): { count: number; all: number } =>
  RHYTHM.find(({ silent }) => now - l < silent) ?? SELDOM
