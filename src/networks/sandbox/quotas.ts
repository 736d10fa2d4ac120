import { TZDate } from '@date-fns/tz'
import { addDays } from 'date-fns/addDays'
import { startOfDay } from 'date-fns/startOfDay'
import { HOUR, MINUTE, SECOND } from '../../model/clock.ts'
import type { NetworkName } from '../../model/network.ts'
import { RateLimited } from './refusal.ts'
import type { Store } from './store.ts'

/** 10,000 units a day at 50 an insert. */
const YOUTUBE_A_DAY = 200

/** How many texts of ours a network takes since when, and when the oldest of a full window leaves it. */
const QUOTAS: Record<NetworkName, (now: number) => { most: number; since: number; free: (oldest: number) => number }> =
  {
    x: (now) => ({ most: 100, since: now - 15 * MINUTE, free: (oldest) => oldest + 15 * MINUTE }),
    facebook: (now) => ({ most: 200, since: now - HOUR, free: (oldest) => oldest + HOUR }),
    youtube: (now) => {
      const midnight = startOfDay(new TZDate(now, 'America/Los_Angeles'))
      return { most: YOUTUBE_A_DAY, since: midnight.getTime() - 1, free: () => addDays(midnight, 1).getTime() }
    },
  }

/** Throws RateLimited where one more text of ours would be too many. */
export function spend(store: Store, network: NetworkName, now: number): void {
  const { most, since, free } = QUOTAS[network](now)
  const sent = store.sentSince(network, since, most)
  const oldest = sent[most - 1]
  if (oldest !== undefined) throw new RateLimited(Math.max(1, Math.ceil((free(oldest) - now) / SECOND)))
}
