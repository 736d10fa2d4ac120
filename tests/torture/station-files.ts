import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument, type YAMLSeq } from 'yaml'
import { markOf } from './marker.ts'

/** The programme from eleven to one, which is on the air in a zone where it is eleven now. */
const ON_AIR = 'boek-kwijt'
const NETWORKS = ['x', 'facebook', 'youtube'] as const
/** Where the real network takes posts. */
const POSTING: readonly string[] = ['x', 'facebook']

/** A post of the harness: what it is known by and when it is due, UTC ms. */
export interface DuePost {
  mark: string
  network: string
  due: number
}

/**
 * Writes the station that ships into `folder`, with a hold of `hold` seconds, in a zone where it is past eleven in the
 * morning, and with a post a minute for `minutes` minutes from now. Of the `real` networks only those get posts that
 * take them, and none has a cap: what money keeps back is no subject of a run.
 */
export function writeStation(
  folder: string,
  options: { hold: number; minutes: number; now: number; real?: readonly string[] },
): { file: string; posts: DuePost[] } {
  mkdirSync(folder, { recursive: true })
  cpSync('schedules/programmes', join(folder, 'programmes'), { recursive: true })
  const station = parseDocument(readFileSync('schedules/station.yaml', 'utf8'))
  const east = 11 - new Date(options.now).getUTCHours()
  station.setIn(['replies', 'hold'], options.hold)
  station.set('zone', zoneOf(east))
  if (options.real) {
    station.setIn(['networks', 'x', 'day'], null)
    station.setIn(['networks', 'x', 'month'], null)
    station.setIn(['networks', 'youtube', 'day'], 100_000_000)
  }
  const posting = options.real?.filter((it) => POSTING.includes(it)) ?? NETWORKS
  const file = join(folder, 'station.yaml')
  writeFileSync(file, station.toString())

  const posts = Array.from({ length: options.minutes }, (_, index) => {
    // What was due before the station first started is no post that it owes.
    const due = (Math.floor((options.now + 30_000) / 60_000) + 1 + index) * 60_000
    return { due, mark: markOf.post(index + 1), local: new Date(due + east * 3_600_000).toISOString().slice(0, 16) }
  })
  const programme = join(folder, 'programmes', `${ON_AIR}.yaml`)
  const document = parseDocument(readFileSync(programme, 'utf8'))
  for (const { mark, local } of posting.length > 0 ? posts : [])
    (document.get('entries') as YAMLSeq).add(
      document.createNode({
        id: `torture-${mark}`,
        once: local,
        texts: Object.fromEntries(posting.map((network) => [network, `Een bericht van de minuut. ${mark}`])),
      }),
    )
  writeFileSync(programme, document.toString())
  return { file, posts: posts.flatMap(({ mark, due }) => posting.map((network) => ({ mark, network, due }))) }
}

/** A zone so many hours east of Greenwich; in the Etc zones a minus means east. */
const zoneOf = (east: number): string => (east === 0 ? 'Etc/GMT' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`)
