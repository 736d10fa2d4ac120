import { MINUTE } from '../../model/clock.ts'
import { LIMITS } from '../limits.ts'
import type { Network, Surroundings } from '../network.ts'
import { acts } from './acts.ts'
import { createApi } from './api.ts'
import { directsSource } from './directs.ts'
import { hookOf } from './hook.ts'
import { hookReading } from './hook-reading.ts'
import { listeningSources } from './listening.ts'
import { mentionsSource } from './mentions.ts'
import { Own } from './own.ts'
import { probe } from './probe.ts'
import { publisher } from './publish.ts'
import { recheckOf } from './recheck.ts'
import type { XSettings } from './settings.ts'
import { Till } from './till.ts'

export type { XPrices, XSettings } from './settings.ts'

/** So long after it was taken a post may still be missing from our own timeline; after that, its absence proves it. */
const VISIBILITY = MINUTE

/** X for real. Nothing leaves or enters it but through the agent that it is given, and no call is tried twice. */
export function xNetwork(settings: XSettings, surroundings: Surroundings): Network {
  const { account, clock, purse } = surroundings
  const api = createApi(settings, surroundings)
  const till = new Till(purse, clock)
  const own = new Own({ api, till }, account, settings.prices.read)
  const parts = { ...surroundings, settings, api, till, own }
  const { publish, find } = publisher(parts)
  return {
    name: 'x',
    account,
    live: true,
    limits: { ...LIMITS.x, visibility: VISIBILITY, authoritative: true },
    publish: (draft, _key, since = clock.now()) => publish(draft, since),
    find: (draft, _key, since) => find(draft, since),
    ...acts(parts),
    sources: () => [mentionsSource(parts), ...listeningSources(parts), directsSource(parts)],
    hook: hookOf(settings.apiSecret, hookReading(parts)),
    probe: (signal) => probe(parts, signal),
    recheck: recheckOf(parts),
  }
}
