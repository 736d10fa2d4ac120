import { NETWORKS, type NetworkName } from '../../model/network.ts'
import type { Database } from './database.ts'
import type { Item } from './item.ts'

const BRANCHES = 40
const ANSWERS = 600
const EXCHANGE = 100

/** What a visitor reads: whole branches, newest first, each with what hangs below it in the order of writing. */
export type Reading = ReturnType<typeof openReading>

export function openReading({ sqlite }: Database) {
  const top = sqlite.prepare<[string, number, number], Item>(
    `select * from item where network = ? and parent is null and kind <> 'direct' and visible_at <= ? order by seq desc limit ?`,
  )
  const below = sqlite.prepare<[string, number, number], Item>(
    `select * from item where root in (select value from json_each(?)) and visible_at <= ? order by seq limit ?`,
  )
  const exchange = sqlite.prepare<[string, string, number, number], Item>(
    `select * from item where network = ? and person = ? and kind = 'direct' and visible_at <= ? order by at desc, seq desc limit ?`,
  )
  const one = sqlite.prepare<[number], Item>('select * from item where seq = ?')

  const withAnswers = (tops: Item[], now: number) => ({
    tops,
    answers: below.all(JSON.stringify(tops.map((item) => item.seq)), now, ANSWERS),
  })

  return {
    timeline(network: NetworkName | null, now: number) {
      const names = network ? [network] : NETWORKS
      const tops = names.flatMap((name) => top.all(name, now, BRANCHES)).sort((a, b) => b.seq - a.seq)
      return withAnswers(tops.slice(0, BRANCHES), now)
    },
    branch: (item: Item, now: number) => withAnswers([one.get(item.root ?? item.seq) ?? item], now),
    /** One person's private messages, oldest first. */
    exchange: (person: string, now: number): Item[] =>
      NETWORKS.flatMap((name) => exchange.all(name, person, now, EXCHANGE)).sort(
        (a, b) => a.at - b.at || a.seq - b.seq,
      ),
  }
}
