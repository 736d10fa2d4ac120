import { z } from 'zod'
import type { Written } from '../../../model/change.ts'
import { DAY } from '../../../model/clock.ts'
import type { Source } from '../../network.ts'
import type { Context } from '../context.ts'
import { part } from '../graph.ts'
import { readItems, readList } from '../reading.ts'
import { chainOf, saidInComment } from '../said.ts'
import { COMMENT, COMMENT_FIELDS, FROM, ID, LIST, nextOf } from '../shapes.ts'
import { comment, isOurs } from '../written.ts'
import { catchUp, seconds } from './catch-up.ts'

const POST = z.object({ id: ID, from: FROM, created_time: z.string(), comments: LIST.nullish().catch(null) })

const POSTS_A_PAGE = 50
const WITH_POST = 50
const A_PAGE = 100
/** Pages of one post's comments that a look reads at most: 5,000 comments. */
const PAGES = 50

/** How far down the feed a look goes. */
export interface Reach {
  /** Pages of fifty posts. */
  pages: number
  /** Posts older than this, in ms, are left out. */
  age: number
}
/** One call while nothing is new: comments come with the newest fifty posts. */
export const NEWEST: Reach = { pages: 1, age: 365 * DAY }
/** Comments come on older posts too: those of a month, at most five hundred. */
export const MONTH: Reach = { pages: 10, age: 30 * DAY }

/**
 * What is said under the posts on our page, replies included (`filter=stream`). Hidden comments are listed, deleted ones
 * are not; the station looks again at what it keeps. @see https://developers.facebook.com/docs/graph-api/reference/object/comments
 */
export const commentsSource = (context: Context, name: string, every: number, reach: Reach): Source =>
  catchUp(context, name, every, async (since, from, signal) => {
    const written: Written[] = []
    let oldestReached: number | null = null
    const order = { filter: 'stream', order: 'reverse_chronological', since: seconds(since) }
    const nested = Object.entries(order).map(([key, value]) => `${key}(${value})`)
    const fields = `id,from{id},created_time,comments.${nested.join('.')}.limit(${WITH_POST}){${COMMENT_FIELDS}}`

    for (let after: string | null = null, page = 0; page < reach.pages; page++) {
      const feed = await readList(
        context,
        `${part(context.pageId)}/feed`,
        { fields, limit: POSTS_A_PAGE, ...(after !== null && { after }) },
        signal,
      )
      const posts = readItems(context, POST, feed.data)
      for (const post of posts) {
        if (!post.comments) continue
        const items = [...post.comments.data]
        let more = nextOf(post.comments)
        for (let read = 1; more !== null && read < PAGES; read++) {
          const asked = { fields: COMMENT_FIELDS, limit: A_PAGE, after: more, ...order }
          const list = await readList(context, `${part(post.id)}/comments`, asked, signal)
          items.push(...list.data)
          more = nextOf(list)
        }
        const comments = readItems(context, COMMENT, items).filter(({ created_time }) => created_time >= since)
        if (more !== null && comments.length > 0) {
          oldestReached = Math.max(oldestReached ?? 0, Math.min(...comments.map(({ created_time }) => created_time)))
        }
        written.push(...(await told(context, comments, { id: post.id, ours: isOurs(context, post.from) })))
      }
      after = nextOf(feed)
      const [last] = posts.slice(-1)
      if (after === null || !last || Date.parse(last.created_time) < context.clock.now() - reach.age) break
    }
    const gap = oldestReached !== null && oldestReached > from ? { from, to: oldestReached } : undefined
    return { changes: written, ...(gap && { gap }) }
  })

async function told(
  context: Context,
  comments: readonly z.infer<typeof COMMENT>[],
  post: { id: string; ours: boolean },
): Promise<Written[]> {
  const theirs = comments
    .filter(({ from }) => !isOurs(context, from))
    .map((one) => ({ said: saidInComment(one), above: chainOf(context, one.parent) }))
  if (theirs.length === 0) return []
  const placed = await context.placed([post.id, ...new Set(theirs.flatMap(({ above }) => above.map(({ id }) => id)))])
  return theirs.map(({ said, above }) => comment(context, said, { above, post }, placed))
}
