import { MINUTE } from './clock.ts'
import { closingAfter } from './grid.ts'
import { instantOf, localAt } from './local-time.ts'
import { nextSilence, silenceAt } from './season.ts'
import type { Station } from './station.ts'

/** Why a post does not air by itself any more. */
export type Lateness = 'grace' | 'closed' | 'silence' | 'paused'

/** `notAfter`: UTC ms after which it must not leave any more. */
export type Verdict = { airs: true; notAfter: number } | { airs: false; why: Lateness }

export interface DuePost {
  /** UTC ms. */
  due: number
  /** Minutes. Less than one is one: the clock ticks once a minute. */
  grace: number
}

/**
 * Whether a post whose time has come may still air by itself: within its grace, while the station has not closed since,
 * outside silences, and not when it waited through a pause (`resumed`, UTC ms, 0 for never): then a person looks first.
 */
export function judge(station: Station, { due, grace }: DuePost, now: number, resumed: number): Verdict {
  const closing = closingAfter(station, due)
  const local = localAt(now, station.zone)
  const notAfter = Math.min(due + Math.max(1, grace) * MINUTE, closing - 1, silenceBegins(station, local) - 1)
  if (now >= closing) return { airs: false, why: 'closed' }
  if (silenceAt(station, local)) return { airs: false, why: 'silence' }
  if (due < resumed) return { airs: false, why: 'paused' }
  if (now > notAfter) return { airs: false, why: 'grace' }
  return { airs: true, notAfter }
}

/** Whether a person may have a post aired at this moment, whenever it was due, and until when. */
export function mayAirNow(station: Station, now: number, grace: number): Verdict {
  return judge(station, { due: now, grace }, now, 0)
}

function silenceBegins(station: Station, local: string): number {
  const next = nextSilence(station, local)
  return next === null ? Number.POSITIVE_INFINITY : instantOf(next, station.zone)
}
