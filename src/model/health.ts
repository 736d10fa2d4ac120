import { MINUTE } from './clock.ts'

/** How the station does at one moment. Moments are UTC ms, lengths ms. */
export interface Snapshot {
  at: number
  /** When this process went on the air. */
  since: number
  version: string
  /** Null: it answers; else why it does not. */
  database: string | null
  networks: Reading[]
  /** `troubles`: the codes of what a person has to mend about it. */
  chats: { platform: string; ok: boolean; troubles: string[] }[]
  /** Whether a person has paused what would go out. */
  paused: boolean
  outbox: Outbox
  airing: Airings
  intake: { open: number; oldest: number }
  /** What networks pushed and was not taken in yet. */
  pushed: { open: number; oldest: number }
}

/**
 * How reading one of a network's sources goes. `lag`: since the last page that came in whole. `pause`: how long it is
 * left alone on purpose. `behind`: how old the newest is that came in, while more waits there; else 0.
 */
export interface Reading {
  name: string
  source: string
  live: boolean
  lastPoll: number | null
  lag: number
  pause: number
  behind: number
  /** True while our own budget keeps it from being read. */
  saving: boolean
  error: string | null
}

export interface Outbox {
  queued: number
  /** How long the first one that nothing holds back has been waiting. */
  oldest: number
  sending: number
  /** How long the oldest call has been under way. */
  longest: number
  unknown: number
  /** Put before a person. */
  person: number
  rejectedToday: number
}

export interface Airings {
  nextDue: number | null
  /** Planned posts whose moment has passed, and for how long the first has. */
  overdue: number
  late: number
}

export type Reason =
  | 'database'
  | 'outbox-stuck'
  | 'outbox-lags'
  | 'call-hangs'
  | 'airing-stuck'
  | 'airing-lags'
  | 'intake-stuck'
  | 'intake-lags'
  | 'network-lags'
  | 'network-behind'
  | 'network-saves'
  | 'pushed-lags'
  | 'chat-down'
  | 'chat-trouble'
  | 'unknown'
  | 'person'
  | 'paused'

export interface Finding {
  reason: Reason
  /** Stuck: it will not mend itself, somebody has to act. Degraded: it lags, or waits for a person. */
  grade: 'stuck' | 'degraded' | 'note'
  facts: Record<string, string | number>
}

/** A call to a network ends within 10 s; workers turn every second; so these leave room and still tell in time. */
const LAGS = MINUTE
const STUCK = 10 * MINUTE
const HANGS = 2 * MINUTE
/** Some sources are looked at every few minutes. */
const UNREAD = 5 * MINUTE
const BEHIND = 10 * MINUTE

/** What is the matter with the station, worst first; empty when nothing is. */
export function judge(snapshot: Snapshot): Finding[] {
  const { outbox, airing, intake, pushed, paused } = snapshot
  const findings: Finding[] = []
  const add = (reason: Reason, grade: Finding['grade'], facts: Finding['facts'] = {}) =>
    findings.push({ reason, grade, facts })
  const lag = (what: 'outbox' | 'airing' | 'intake', ms: number, count: number) => {
    if (ms >= STUCK) add(`${what}-stuck`, 'stuck', { count, minutes: minutes(ms) })
    else if (ms >= LAGS) add(`${what}-lags`, 'degraded', { count, minutes: minutes(ms) })
  }
  if (snapshot.database !== null) add('database', 'stuck', { why: snapshot.database })
  lag('outbox', outbox.oldest, outbox.queued)
  if (outbox.longest >= HANGS) add('call-hangs', 'stuck', { minutes: minutes(outbox.longest) })
  if (!paused) lag('airing', airing.late, airing.overdue)
  lag('intake', intake.oldest, intake.open)
  // Some of it can only be read by asking the network, which may be away: no restart of ours mends that.
  if (pushed.oldest >= LAGS) add('pushed-lags', 'degraded', { count: pushed.open, minutes: minutes(pushed.oldest) })
  for (const { name, lag, pause, behind, saving, error } of snapshot.networks) {
    if (saving) add('network-saves', 'note', { network: name, minutes: minutes(lag) })
    else if (lag - pause >= UNREAD || (error !== null && lag >= LAGS))
      add('network-lags', 'degraded', { network: name, minutes: minutes(lag), why: error ?? '' })
    if (behind >= BEHIND) add('network-behind', 'degraded', { network: name, minutes: minutes(behind) })
  }
  for (const { platform, ok, troubles } of snapshot.chats) {
    if (!ok) add('chat-down', 'degraded', { platform })
    if (troubles.length > 0) add('chat-trouble', 'degraded', { platform, troubles: troubles.join(', ') })
  }
  if (outbox.unknown > 0) add('unknown', 'degraded', { count: outbox.unknown })
  if (outbox.person > 0) add('person', 'degraded', { count: outbox.person })
  if (paused) add('paused', 'note')
  return findings.sort((a, b) => WORST.indexOf(a.grade) - WORST.indexOf(b.grade))
}

const WORST: readonly Finding['grade'][] = ['stuck', 'degraded', 'note']
const minutes = (ms: number): number => Math.floor(ms / MINUTE)
