import { join } from 'node:path'
import { receive } from '../../src/desk/receive.ts'
import type { Change } from '../../src/model/change.ts'
import { bareLoop } from './bare-loop.ts'
import { deskInStore } from './desk-in-store.ts'
import { type Figure, plain } from './figure.ts'
import { spreadOf } from './spread.ts'

const PAGE = 50
/** As in the recorded conversations: a little over two messages each. */
const IN_A_CONVERSATION = 2

/** Pages of a network taken in by desk/receive, one transaction a page, next to the bare loop of the same moment. */
export const ingest: Figure = {
  name: 'ingest',
  async measure({ folder, short, tell }) {
    const repetitions = short ? 3 : 7
    const pages = short ? 20 : 60
    const { store, desk, act } = deskInStore(join(folder, 'ingest.db'))
    const bare: number[] = []
    const rates: number[] = []
    let next = 0
    for (let repetition = 0; repetition < repetitions; repetition++) {
      tell(`ingest ${repetition + 1}/${repetitions}`)
      const before = bareLoop(folder)
      const started = performance.now()
      for (let page = 0; page < pages; page++) {
        const changes = Array.from({ length: PAGE }, () => change(next++, desk.station.accounts.x))
        await act((it) =>
          receive(it, {
            network: 'x',
            account: desk.station.accounts.x,
            source: 'changes',
            changes,
            cursor: String(next),
          }),
        )
      }
      rates.push((pages * PAGE * 1_000) / (performance.now() - started))
      bare.push((before + bareLoop(folder)) / 2)
    }
    await store.close()
    const ratios = spreadOf(rates.map((rate, index) => rate / (bare[index] ?? Number.NaN)))
    return [
      plain('bare loop, one row a commit, FULL', spreadOf(bare), 'rows/s'),
      plain('ingest, pages of 50', spreadOf(rates), 'messages/s'),
      { what: 'ingest ÷ bare loop', value: ratios, unit: '×', goal: '≥ 0.5', met: ratios.median >= 0.5 },
    ]
  },
}

function change(number: number, account: string): Change {
  const conversation = Math.floor(number / IN_A_CONVERSATION)
  const first = number % IN_A_CONVERSATION === 0
  const author = `lezer${conversation % 5_000}`
  return {
    kind: 'created',
    account,
    id: `x-bench-${number}`,
    threadKey: `x-bench-${conversation * IN_A_CONVERSATION}`,
    root: null,
    inReplyTo: first ? null : `x-bench-${number - 1}`,
    answers: null,
    what: 'mention',
    author: { id: author, handle: author, name: author },
    text: `Ik zoek een boek over een vuurtoren, blauwe kaft, ergens in de jaren tachtig gelezen. Wie helpt? (${number})`,
    attachments: [],
    url: `/audience/messages/x-bench-${number}`,
    at: Date.now(),
    revision: 1,
  }
}
