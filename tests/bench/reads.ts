import { join } from 'node:path'
import { runCommand } from '../../commands/index.ts'
import { type DeskInStore, deskInStore } from './desk-in-store.ts'
import { type Figure, plain, type Row } from './figure.ts'
import { seed } from './seed.ts'
import { type FullDesk, fullDesk } from './seed-desk.ts'
import { percentile, single } from './spread.ts'

const SMALL = { messages: 10_000, conversations: 3_000 }
const PLACE = { platform: 'desk', channel: 'regie', thread: null, conversation: null }

/** What a curator asks most, with much stored beside with little: the p95 of each, taken in turn. */
export const reads: Figure = {
  name: 'reads',
  async measure({ folder, short, tell }) {
    const large = short ? { messages: 100_000, conversations: 30_000 } : { messages: 1_000_000, conversations: 300_000 }
    const rounds = short ? 200 : 500
    tell(`filling a database with ${large.messages} messages`)
    await seed(join(folder, 'small.db'), SMALL.messages, SMALL.conversations)
    await seed(join(folder, 'large.db'), large.messages, large.conversations)
    const small = deskInStore(join(folder, 'small.db'))
    const big = deskInStore(join(folder, 'large.db'))
    const rows: Row[] = []
    for (const question of ['/inbox', '/conversation', '/conversation history', '/schedule today']) {
      tell(question)
      const one = (desk: DeskInStore, most: number) => (round: number) => ask(desk, question, most, round)
      rows.push(
        ...(await compare(question, rounds, large.messages, [
          one(small, SMALL.conversations),
          one(big, large.conversations),
        ])),
      )
    }
    await small.store.close()
    await big.store.close()
    tell('filling desks')
    const little = await fullDesk(join(folder, 'small-desk.db'), SMALL.messages, SMALL.conversations)
    const much = await fullDesk(join(folder, 'large-desk.db'), large.messages, large.conversations)
    tell('the page of a thread')
    const page = (desk: FullDesk, most: number) => (round: number) => timed(() => desk.open(numberIn(most, round)))
    rows.push(
      ...(await compare('a thread on the page', rounds, large.messages, [
        page(little, SMALL.conversations),
        page(much, large.conversations),
      ])),
    )
    little.close()
    much.close()
    return rows
  },
}

/** The first rounds are for the caches and the compiler. */
const WARM = 20

/** Both in turn, so that both meet the same machine. */
async function compare(
  what: string,
  rounds: number,
  stored: number,
  [little, much]: [(round: number) => Promise<number>, (round: number) => Promise<number>],
): Promise<Row[]> {
  const before: number[] = []
  const after: number[] = []
  for (let round = 0; round < rounds + WARM; round++) {
    before.push(await little(round))
    after.push(await much(round))
  }
  const [at, beyond] = [before, after].map((times) => percentile(times.slice(WARM), 0.95)) as [number, number]
  return [
    plain(`${what}, p95, 10,000 stored`, single(at, rounds), 'ms'),
    {
      what: `${what}, p95, ${stored.toLocaleString('en')} stored`,
      value: single(beyond, rounds),
      unit: 'ms',
      goal: '≤ 2 × that at 10,000, or < 5 ms',
      met: beyond <= 2 * at || beyond < 5,
    },
  ]
}

const numberIn = (most: number, round: number): number => 1 + ((round * 7_919) % most)

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** One question of a curator: everything that its answer takes, in ms. */
async function ask(desk: DeskInStore, question: string, conversations: number, round: number): Promise<number> {
  const text = question.replace('/conversation', `/conversation ${numberIn(conversations, round)}`)
  return timed(async () => {
    const answer = await desk.act((act) => runCommand(text, PLACE, act), 'curator-deventer')
    if (answer.length === 0) throw new Error(`${text} had no answer`)
  })
}
