import type { Act, Desk } from '../../src/desk/act.ts'
import type { Clock } from '../../src/model/clock.ts'
import type { NetworkName } from '../../src/model/network.ts'
import { NETWORKS } from '../../src/model/network.ts'
import { LIMITS } from '../../src/networks/limits.ts'
import { loadStation } from '../../src/station/load.ts'
import { openStore, type Store, type Tx } from '../../src/store/database.ts'

/** The shipped station on a database, without networks, chats or workers: for what a transaction costs. */
export interface DeskInStore {
  store: Store
  desk: Desk
  /** Runs `work` as one act of a member, or of the station itself, in one transaction. */
  act<T>(work: (act: Act) => Promise<T>, by?: string): Promise<T>
}

export function deskInStore(file: string, clock: Pick<Clock, 'now' | 'steady'> = daytime()): DeskInStore {
  const store = openStore(`file:${file}`)
  const station = loadStation('schedules/station.yaml', clock.now(), { limits: LIMITS })
  const networks = new Map<NetworkName, { account: string; live: boolean; limits: (typeof LIMITS)[NetworkName] }>(
    NETWORKS.map((name) => [name, { account: station.accounts[name], live: false, limits: LIMITS[name] }]),
  )
  const desk: Desk = { station, networks, platforms: ['desk'] }
  const member = (id: string | undefined) => station.members.find((it) => it.id === id) ?? null
  return {
    store,
    desk,
    act: (work, by) => {
      const now = clock.now()
      const steady = clock.steady()
      return store.transaction((tx: Tx) => work({ ...desk, tx, now, steady, by: member(by) }))
    },
  }
}

/** The machine's time moved to eleven in the morning UTC, so that at whatever hour it runs the station is open. */
function daytime() {
  const started = Date.now()
  const shift = new Date(started).setUTCHours(11, 0, 0, 0) - started
  return { now: () => Date.now() + shift, steady: () => Date.now() + shift }
}
