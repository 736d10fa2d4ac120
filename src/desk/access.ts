import { DAY } from '../model/clock.ts'
import { NETWORK_LABEL, type NetworkName, type Probe } from '../model/network.ts'
import { set, setting } from '../store/settings.ts'
import { dayText } from '../wording/moments.ts'
import type { Act } from './act.ts'
import { alarm, type Notice } from './thread.ts'

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
  if (found.status === 'dead' && !(same && before.why === found.why))
    await tell(act, network, { notice: 'token-dead', facts: { why: found.why, detail: found.detail ?? '' } })
  if (found.status === 'ok') {
    if (before?.status === 'dead') await tell(act, network, { notice: 'token-mended' })
    access.warned = await warn(act, network, found.expires, before?.warned ?? null)
  }
  await set(act, keyOf(network), JSON.stringify(access), null)
}

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
  await tell(act, network, {
    notice: 'token-expiring',
    facts: {
      days: Math.max(0, Math.floor(left / DAY)),
      day: dayText(act.station.language, act.station.zone, expires),
    },
  })
  return due
}

const tell = (act: Act, network: NetworkName, { notice, facts }: Notice) =>
  alarm(act, act.station.channels.alarms, `access:${network}`, {
    notice,
    facts: { ...facts, network: NETWORK_LABEL[network] },
  })
