import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pino from 'pino'
import { Inbound } from '../../src/inbound.ts'
import { LIMITS } from '../../src/networks/limits.ts'
import type { Network } from '../../src/networks/network.ts'
import { hookOf } from '../../src/networks/x/hook.ts'
import { listen } from '../../src/start/listen.ts'
import { systemClock } from '../../src/system-clock.ts'
import { hookListener } from '../../src/web/hook-listener.ts'
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
/** Seconds for which others forge before the first true one, and after the last. */
const BEFORE = 2

/**
 * How long a true delivery takes while others forge two thousand a second. Both are processes of their own: whoever forges
 * so much would be late himself to hear the answer to a true one.
 */
export const webhooks: Figure = {
  name: 'webhooks',
  async measure({ folder, short, tell }) {
    const station = await open(join(folder, 'station.db'))
    const seconds = short ? 5 : 30
    try {
      tell('true deliveries alone')
      const alone = await load(station.address, { forged: 1, of: TRUE }, seconds, 'alone')
      tell(`${FORGED} forged ones a second beside them`)
      const forging = load(station.address, { forged: FORGED, of: 0 }, seconds + 2 * BEFORE, 'forged')
      await sleep(BEFORE * 1_000)
      const beside = await load(station.address, { forged: 0, of: TRUE }, seconds, 'beside')
      const forgers = await forging
      const rows = await station.count()
      const p99 = percentile(beside.took, 0.99)
      // The one that is repeated is answered as the first was, and kept once.
      const all = alone.took.length + beside.took.length
      const extra = rows - all - 1
      const right = alone.kept + beside.kept === all && extra === 0
      const rate = forgers.forged / forgers.seconds
      return [
        plain('a true delivery, p99, nobody else', single(percentile(alone.took, 0.99), alone.took.length), 'ms'),
        plain('forged deliveries', single(rate, forgers.forged), '/s'),
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
  const stops: (() => unknown)[] = []
  const pages = {
    first: hookListener(inbound.hooks, { clock: systemClock(), log }),
    fetch: () => new Response(null, { status: 404 }),
  }
  const address = await listen({ host: '127.0.0.1', port: 0 }, pages, stops)
  inbound.start()
  return {
    address,
    async count(): Promise<number> {
      const row = await store.db
        .selectFrom('hook')
        .select((eb) => eb.fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow()
      return row.rows
    },
    async close(): Promise<void> {
      for (const stop of stops) stop()
      await inbound.stop()
      await store.close()
    },
  }
}

async function load(
  address: string,
  { forged, of }: { forged: number; of: number },
  seconds: number,
  name: string,
): Promise<Deliveries> {
  const args = [
    '--import',
    'tsx',
    'tests/bench/webhooks-load.ts',
    address,
    SECRET,
    `${forged}`,
    `${of}`,
    `${seconds}`,
    name,
  ]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout)
}
