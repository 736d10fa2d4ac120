import pino from 'pino'
import type { Config } from '../config.ts'
import { type Clock, SECOND } from '../model/clock.ts'
import { NETWORKS, type NetworkName } from '../model/network.ts'
import { PictureRefused } from '../model/picture.ts'
import type { Station } from '../model/station.ts'
import type { Examined, Purse, Surroundings } from '../networks/network.ts'
import { openWays } from '../web/way.ts'
import { played } from './networks.ts'
import { realOf } from './real.ts'

/** How our access to each real network is looked at, without a store and without anything that could be posted. */
export interface Examinations {
  networks: { name: NetworkName; hook: string | null; examine(): Promise<Examined> }[]
  played: NetworkName[]
  close(): void
}

const PATIENCE = 60 * SECOND

export function openExaminations(config: Config, station: Station, clock: Clock): Examinations {
  const ways = openWays(config.proxy)
  const at = (account: string): Surroundings => ({
    account,
    clock,
    log: pino({ level: 'silent' }),
    purse: FREE,
    memory: forgetful(),
    placed: async () => new Map(),
    picture: () => Promise.reject(new PictureRefused('host')),
    way: ways.way,
  })
  return {
    networks: NETWORKS.flatMap((name) => {
      const real = realOf(name, config, station)
      if (real === null) return []
      const examine = () => real.examine(at(station.accounts[name]), AbortSignal.timeout(PATIENCE))
      return [{ name, hook: hookOf(name, config), examine }]
    }),
    played: played(config),
    close: ways.close,
  }
}

/** A look at an access costs next to nothing, and is asked for by a person. */
const FREE: Purse = {
  take: async () => true,
  giveBack: async () => {},
  left: async () => Number.POSITIVE_INFINITY,
  saving: async () => false,
  until: () => 0,
}

function forgetful(): Surroundings['memory'] {
  const kept = new Map<string, string>()
  return {
    get: async (key) => kept.get(key) ?? null,
    set: async (key, value) => void kept.set(key, value),
  }
}

/** Where a network may call the station; null where it does not. */
function hookOf(name: NetworkName, { facebook }: Config): string | null {
  if (name === 'youtube' || (name === 'facebook' && facebook?.verifyToken === null)) return null
  return `/${name}/webhook`
}
