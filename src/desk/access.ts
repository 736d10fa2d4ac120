import { DAY } from '../model/clock.ts'
import type { Denial } from '../model/denials.ts'
import type { NetworkName, Probe } from '../model/network.ts'
import { set, setting } from '../store/settings.ts'
import { dayText } from '../wording/moments.ts'
import { settleWord, tellOfAccess } from './access-word.ts'
import type { Act } from './act.ts'

/** How our access to a network was when it was last looked at with a certain answer; moments are UTC ms. */
export interface Access {
  status: Probe['status']
  why: string | null
  detail: string | null
  expires: number | null
  at: number
  /** Since when it has been so. */
  since: number
  /** The days before its end of which the team was warned last; null: not yet. */
  warned: number | null
}

/** The team is warned when the end is so many days away, and again. */
const WARNINGS = [3, 14] as const

const keyOf = (network: NetworkName): string => `access:${network}`

/** What is known of our access to a network; null where nobody has looked yet. */
export async function accessOf(act: Pick<Act, 'tx'>, network: NetworkName): Promise<Access | null> {
  const kept = await setting(act.tx, keyOf(network))
  return kept === null ? null : (JSON.parse(kept) as Access)
}

/** Keeps what a look at our access found, and tells the team once what it must do or need no longer do. */
export async function settleAccess(act: Act, network: NetworkName, found: Probe): Promise<void> {
  const before = await accessOf(act, network)
  // What could not be looked at is as it was.
  if (found.status === 'unknown' && before !== null) return
  const same = before?.status === found.status
  const access: Access = {
    status: found.status,
    why: found.status === 'ok' ? null : found.why,
    detail: found.status === 'dead' ? found.detail : null,
    expires: found.status === 'ok' ? found.expires : null,
    at: act.now,
    since: same ? before.since : act.now,
    warned: null,
  }
  await settleWord(act, network, access, null)
  if (found.status === 'ok') access.warned = await warn(act, network, found.expires, before?.warned ?? null)
  await set(act, keyOf(network), JSON.stringify(access), null)
}

/**
 * What is denied for so long that somebody must speak (`lasting`), or no longer is, though nothing new was found about
 * our access. True where the team was told that it is over.
 */
export const settleDenials = async (act: Act, network: NetworkName, lasting: Denial | null): Promise<boolean> =>
  settleWord(act, network, await accessOf(act, network), lasting)

/** Answers with the warning that then stands; null where the end is far, or there is none. */
async function warn(
  act: Act,
  network: NetworkName,
  expires: number | null,
  before: number | null,
): Promise<number | null> {
  if (expires === null) return null
  const left = expires - act.now
  const due = WARNINGS.find((days) => left <= days * DAY) ?? null
  if (due === null || (before !== null && before <= due)) return due
  await tellOfAccess(act, network, {
    notice: 'token-expiring',
    facts: {
      days: Math.max(0, Math.floor(left / DAY)),
      day: dayText(act.station.language, act.station.zone, expires),
    },
  })
  return due
}
