import { execFile } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pino from 'pino'
import { Inbound } from '../../src/inbound.ts'
import type { Snapshot } from '../../src/model/health.ts'
import { LIMITS } from '../../src/networks/limits.ts'
import type { Network } from '../../src/networks/network.ts'
import { hookOf } from '../../src/networks/x/hook.ts'
import { systemClock } from '../../src/system-clock.ts'
import { createFront } from '../../src/web/front.ts'
import { embedded } from '../../src/web/outsider.ts'
import { said } from '../inbound/playground.ts'
import { deskInStore } from './desk-in-store.ts'
import { type Figure, plain } from './figure.ts'
import { percentile, single } from './spread.ts'

/** What the load saw: ms that each true delivery took, how many were kept, how many forged ones were refused. */
export interface Deliveries {
  took: number[]
  kept: number
  forged: number
  refused: number
  seconds: number
}

const SECRET = 'a-secret-of-the-bench'
const FORGED = 2_000
const TRUE = 20

/** How long a true delivery takes while others forge two thousand a second; the load is a process of its own. */
export const webhooks: Figure = {
  name: 'webhooks',
  async measure({ folder, short, tell }) {
    const station = await open(join(folder, 'station.db'))
    const seconds = short ? 5 : 30
    try {
      tell('true deliveries alone')
      const alone = await load(station.address, 1, seconds, 'alone')
      tell(`${FORGED} forged ones a second beside them`)
      const beside = await load(station.address, FORGED, seconds, 'beside')
      const rows = await station.count()
      const p99 = percentile(beside.took, 0.99)
      // The one that is repeated is answered as the first was, and kept once.
      const all = alone.took.length + beside.took.length
      const extra = rows - all - 1
      const right = alone.kept + beside.kept === all && extra === 0
      const rate = beside.forged / beside.seconds
      return [
        plain('a true delivery, p99, nobody else', single(percentile(alone.took, 0.99), alone.took.length), 'ms'),
        plain('forged deliveries', single(rate, beside.forged), '/s'),
        {
          what: 'a true delivery beside them, p99',
          value: single(p99, beside.took.length),
          unit: 'ms',
          goal: '< 200 ms, 2,000 forged a second',
          met: p99 < 200 && rate > FORGED * 0.95,
        },
        {
          what: 'kept beside what was true',
          value: single(extra),
          unit: '',
          goal: '0, and each true one',
          met: right,
        },
      ]
    } finally {
      await station.close()
    }
  },
}

/** The station's door and its ear over a store on the disk, with what X's own adapter verifies. */
async function open(file: string) {
  const { desk, store } = deskInStore(file)
  const log = pino({ level: 'silent' })
  const network: Network = {
    name: 'x',
    account: 'schatkamer',
    live: true,
    limits: LIMITS.x,
    publish: async () => ({ status: 'rejected', reason: 'not here' }),
    sources: () => [],
    hook: hookOf(SECRET, async (stored) => {
      const [event] = JSON.parse(stored).tweet_create_events
      return [said(event.id_str, { text: event.text })]
    }),
  }
  const inbound = new Inbound({ store, desk, clock: systemClock(), log, networks: [network] })
  const nobody = embedded(new Hono())
  const health = async () => ({}) as Snapshot
  const { fetch } = createFront({ sandbox: nobody, desk: null, hooks: inbound.hooks, health, onRestore: () => {}, log })
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  inbound.start()
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async count(): Promise<number> {
      const row = await store.db
        .selectFrom('hook')
        .select((eb) => eb.fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow()
      return row.rows
    },
    async close(): Promise<void> {
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await inbound.stop()
      await store.close()
    },
  }
}

async function load(address: string, forged: number, seconds: number, name: string): Promise<Deliveries> {
  const args = [
    '--import',
    'tsx',
    'tests/bench/webhooks-load.ts',
    address,
    SECRET,
    `${forged}`,
    `${TRUE}`,
    `${seconds}`,
    name,
  ]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout)
}
