import { addDays, instantOf, type LocalDate } from '../../model/local-time.ts'
import { textsOf } from '../../store/entries.ts'
import type { Variant } from '../../store/posts.ts'
import { type Post, postsBetween, variantsOf } from '../../store/posts.ts'
import type { Act } from '../act.ts'
import { excerpt } from '../excerpt.ts'

/** More than so many a day are not listed. */
const LISTED = 200

/** One post on the list of a day. */
export interface Line {
  post: Post
  line: string
  variants: Variant[]
}

/** The posts of a local date, in the order in which they air. */
export async function airingsOfDay(act: Act, date: LocalDate): Promise<Line[]> {
  const { zone } = act.station
  const from = instantOf(`${date}T00:00`, zone)
  const posts = await postsBetween(act.tx, from, instantOf(`${addDays(date, 1)}T00:00`, zone), LISTED)
  if (posts.length === 0) return []
  const entries = await act.tx
    .selectFrom('entry')
    .select(['id', 'texts'])
    .where('id', 'in', [...new Set(posts.map((post) => post.entry))])
    .execute()
  const texts = new Map(entries.map((entry) => [entry.id, entry.texts]))
  const variants = await variantsOf(
    act.tx,
    posts.map((post) => post.id),
  )
  return posts.map((post) => ({
    post,
    line: excerpt(Object.values(textsOf({ texts: post.texts ?? texts.get(post.entry) ?? '{}' }))[0] ?? ''),
    variants: variants.filter((variant) => variant.post === post.id),
  }))
}
