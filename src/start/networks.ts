import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Clock } from '../model/clock.ts'
import { NETWORKS, type NetworkName } from '../model/network.ts'
import type { Station } from '../model/station.ts'
import type { Network, Surroundings } from '../networks/network.ts'
import { sandboxNetwork } from '../networks/sandbox/adapter.ts'
import { purseOf } from '../purse.ts'
import type { Store } from '../store/database.ts'
import { placedAt } from '../store/placed.ts'
import type { Outsider } from '../web/outsider.ts'
import { openPictures } from '../web/pictures.ts'
import { openWays } from '../web/way.ts'
import { memoryIn } from './memory.ts'
import { realOf } from './real.ts'

interface Parts {
  config: Config
  station: Station
  store: Store
  clock: Clock
  log: Logger
  sandbox: Outsider
}

/** Every network: for real where its keys are there, else as the sandbox plays it. */
export async function openNetworks(parts: Parts): Promise<{ networks: Map<NetworkName, Network>; close(): unknown }> {
  const { config, station, clock, log, sandbox } = parts
  const ways = openWays(config.proxy)
  const pictures = openPictures({ hosts: station.media.hosts, proxy: config.proxy })
  const shared = { clock, way: ways.way, picture: pictures.fetch }
  const networks = new Map<NetworkName, Network>()
  for (const name of NETWORKS) {
    const account = station.accounts[name]
    const real = realOf(name, config, station)
    networks.set(
      name,
      real
        ? await real.open({ ...shared, ...kept(parts, name), account, log: log.child({ network: name }) })
        : sandboxNetwork(name, account, sandbox.call),
    )
  }
  return {
    networks,
    close() {
      ways.close()
      return pictures.close()
    },
  }
}

/** The networks that the sandbox plays. */
export const played = (config: Config): NetworkName[] => NETWORKS.filter((name) => config[name] === null)

/** What an adapter has of the store, and no more. */
function kept(
  { station, store, clock }: Parts,
  network: NetworkName,
): Pick<Surroundings, 'purse' | 'memory' | 'placed'> {
  const at = { network, account: station.accounts[network] }
  return {
    purse: purseOf({ store, clock, ...at, allowance: station.networks[network].allowance }),
    memory: memoryIn({ store, clock }, network),
    placed: (ids) => store.transaction((tx) => placedAt(tx, at, ids)),
  }
}
