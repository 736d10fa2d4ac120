import { HOUR } from '../../model/clock.ts'
import { airingsOn, isOpen } from '../../model/grid.ts'
import { addDays, dateAt, instantOf } from '../../model/local-time.ts'
import type { NetworkName } from '../../model/network.ts'
import { textsOf } from '../../store/entries.ts'
import { type Post, postsBetween } from '../../store/posts.ts'
import type { Act } from '../act.ts'
import { lengthsOf } from './require-texts.ts'

/** Something about the coming week that a coordinator may want to mend. */
export type Finding =
  | { kind: 'too-long'; entry: string; network: NetworkName; length: number; max: number }
  | { kind: 'closed'; post: number; at: number }
  | { kind: 'same-minute'; posts: number[]; at: number }
  | { kind: 'crowded'; count: number; at: number }
  | { kind: 'empty'; programme: string; at: number }

const DAYS = 7
/** More posts than this within an hour crowd each other out on a reader's screen. */
const MOST_AN_HOUR = 2
const READ = 5_000

/** Looks the coming seven days over: lengths, closed hours, posts on top of one another, programmes without a post. */
export async function checkPlan(act: Act): Promise<Finding[]> {
  const { station, now } = act
  const today = dateAt(now, station.zone)
  const end = instantOf(`${addDays(today, DAYS)}T00:00`, station.zone)
  const posts = (await postsBetween(act.tx, now, end, READ)).filter((post) => post.state === 'planned')
  return [...(await tooLong(act)), ...closed(act, posts), ...crowds(posts), ...empty(act, posts, today)]
}

async function tooLong(act: Act): Promise<Finding[]> {
  const entries = await act.tx.selectFrom('entry').select(['id', 'texts']).where('state', '=', 'active').execute()
  return entries.flatMap((entry) =>
    lengthsOf(act, textsOf(entry))
      .filter(({ parts }) => parts === 0)
      .map(({ network, length, max }) => ({ kind: 'too-long', entry: entry.id, network, length, max }) as const),
  )
}

const closed = (act: Act, posts: readonly Post[]): Finding[] =>
  posts
    .filter((post) => !isOpen(act.station, post.due_at))
    .map((post) => ({ kind: 'closed', post: post.id, at: post.due_at }))

/** Posts in the same minute, and hours that begin with a post and have too many. The posts come in their order. */
function crowds(posts: readonly Post[]): Finding[] {
  const found: Finding[] = []
  let counted = Number.NEGATIVE_INFINITY
  posts.forEach((post, i) => {
    const same = following(posts, i, post.due_at)
    if (same.length > 1 && posts[i - 1]?.due_at !== post.due_at)
      found.push({ kind: 'same-minute', posts: same.map((it) => it.id), at: post.due_at })
    if (post.due_at < counted) return
    const { length } = following(posts, i, post.due_at + HOUR - 1)
    if (length <= MOST_AN_HOUR) return
    counted = post.due_at + HOUR
    found.push({ kind: 'crowded', count: length, at: post.due_at })
  })
  return found
}

/** The posts from a place on that are due up to a moment. */
function following(posts: readonly Post[], from: number, until: number): Post[] {
  let to = from
  while ((posts[to]?.due_at ?? Number.POSITIVE_INFINITY) <= until) to++
  return posts.slice(from, to)
}

function empty(act: Act, posts: readonly Post[], today: string): Finding[] {
  const days = Array.from({ length: DAYS }, (_, day) => addDays(today, day))
  return days
    .flatMap((date) => airingsOn(act.station, date))
    .filter((airing) => airing.from > act.now)
    .filter(
      ({ programme, from, to }) =>
        !posts.some((it) => it.programme === programme.id && from <= it.due_at && it.due_at < to),
    )
    .map(({ programme, from }) => ({ kind: 'empty', programme: programme.id, at: from }))
}
