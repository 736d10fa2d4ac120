import { sql } from 'kysely'
import { MINUTE } from '../../model/clock.ts'
import { localAt, timeOf } from '../../model/local-time.ts'
import type { Act } from '../act.ts'
import { alarm } from '../thread.ts'

/** A post that is not out so long after its time is overdue. */
const PATIENCE = 2 * MINUTE
const LISTED = 10

/**
 * Tells a channel, once a post, that something which should be out is not: held up by a network, of unknown outcome, or
 * waiting through a pause. One alarm a channel, whatever the number.
 */
export async function alarmOverdue(act: Act): Promise<void> {
  const before = act.now - PATIENCE
  const columns = ['post.id', 'post.channel', 'post.zone', 'post.due_at'] as const
  const waiting = await act.tx
    .selectFrom('post')
    .select(columns)
    .where(sql<boolean>`state = 'planned'`)
    .where('due_at', '<', before)
    .where('overdue', '=', 0)
    .limit(LISTED)
    .execute()
  const stuck = await act.tx
    .selectFrom('variant')
    .innerJoin('post', 'post.id', 'variant.post')
    .innerJoin('delivery', 'delivery.id', 'variant.delivery')
    .select(columns)
    .where(sql<boolean>`variant.state in ('queued', 'unknown')`)
    .where('delivery.created_at', '<', before)
    .where('post.overdue', '=', 0)
    .groupBy(columns)
    .limit(LISTED)
    .execute()
  const overdue = [...waiting, ...stuck]
  for (const channel of new Set(overdue.map((post) => post.channel))) {
    const posts = overdue.filter((post) => post.channel === channel)
    await act.tx
      .updateTable('post')
      .set({ overdue: 1 })
      .where(
        'id',
        'in',
        posts.map((post) => post.id),
      )
      .execute()
    const names = posts.map((post) => `p${post.id} (${timeOf(localAt(post.due_at, post.zone))})`)
    await alarm(act, channel, `overdue:${channel}`, {
      notice: 'posts-overdue',
      facts: { posts: names.join(', '), count: posts.length },
    })
  }
}
