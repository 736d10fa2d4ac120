import { join } from 'node:path'
import { runCommand } from '../../commands/index.ts'
import { type DeskInStore, deskInStore } from './desk-in-store.ts'
import type { Figure, Row } from './figure.ts'
import { seed } from './seed.ts'
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
      const little: number[] = []
      const much: number[] = []
      for (let round = -20; round < rounds; round++) {
        const a = await ask(small, question, SMALL.conversations, round)
        const b = await ask(big, question, large.conversations, round)
        // The first are for the caches and the compiler.
        if (round >= 0) {
          little.push(a)
          much.push(b)
        }
      }
      const [before, after] = [percentile(little, 0.95), percentile(much, 0.95)]
      rows.push(
        { what: `${question}, p95, 10,000 stored`, value: single(before, rounds), unit: 'ms', goal: null, met: null },
        {
          what: `${question}, p95, ${large.messages.toLocaleString('en')} stored`,
          value: single(after, rounds),
          unit: 'ms',
          goal: '≤ 2 × that at 10,000, or < 5 ms',
          met: after <= 2 * before || after < 5,
        },
      )
    }
    await small.store.close()
    await big.store.close()
    return rows
  },
}

/** One question of a curator, everything that its answer takes, in ms. */
async function ask(desk: DeskInStore, question: string, conversations: number, round: number): Promise<number> {
  const number = 1 + (((round + 20) * 7_919) % conversations)
  const text = question.replace('/conversation', `/conversation ${number}`)
  const started = performance.now()
  const answer = await desk.act((act) => runCommand(text, PLACE, act), 'curator-deventer')
  const took = performance.now() - started
  if (answer.length === 0) throw new Error(`${text} had no answer`)
  return took
}
