import type { Written } from '../../../model/change.ts'
import type { Source } from '../../network.ts'
import type { Context } from '../context.ts'
import { part } from '../graph.ts'
import { readItems, readList } from '../reading.ts'
import { saidInPost } from '../said.ts'
import { nextOf, POST, POST_FIELDS } from '../shapes.ts'
import { isOurs, visitorsPost } from '../written.ts'
import { catchUp, seconds } from './catch-up.ts'

const A_PAGE = 50
const PAGES = 20

/** Posts of others on an edge of our page, newest first: `visitor_posts` on it, `tagged` that name it. */
export const postsSource = (
  context: Context,
  { name, edge, every }: { name: string; edge: 'visitor_posts' | 'tagged'; every: number },
): Source =>
  catchUp(context, name, every, async (since, from, signal) => {
    const changes: Written[] = []
    let after: string | null = null
    for (let page = 0; page < PAGES; page++) {
      const asked = { fields: POST_FIELDS, since: seconds(since), limit: A_PAGE, ...(after !== null && { after }) }
      const list = await readList(context, `${part(context.pageId)}/${edge}`, asked, signal)
      const posts = readItems(context, POST, list.data).filter(
        (one) => one.created_time >= since && !isOurs(context, one.from),
      )
      changes.push(...posts.map((one) => visitorsPost(context, saidInPost(one))))
      after = nextOf(list)
      if (after === null) return { changes }
    }
    const to = Math.min(...changes.map(({ at }) => at))
    return { changes, ...(to > from && { gap: { from, to } }) }
  })
