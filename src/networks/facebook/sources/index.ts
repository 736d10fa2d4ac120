import { MINUTE, SECOND } from '../../../model/clock.ts'
import type { Source } from '../../network.ts'
import type { Context } from '../context.ts'
import { commentsSource, MONTH, NEWEST } from './comments.ts'
import { messagesSource } from './messages.ts'
import { postsSource } from './posts.ts'

/** Ms between two looks: about 250 calls an hour where nothing is pushed to us, and 20 where polling only makes sure. */
const ALONE = { comments: MINUTE, older: 30 * MINUTE, visitors: 2 * MINUTE, tagged: 5 * MINUTE, messages: 30 * SECOND }
const BACKSTOP = {
  comments: 15 * MINUTE,
  older: 60 * MINUTE,
  visitors: 30 * MINUTE,
  tagged: 30 * MINUTE,
  messages: 10 * MINUTE,
}

/** What is asked of Graph again and again; with webhooks it is a backstop for what they lost. */
export function sourcesOf(context: Context, webhooks: boolean): Source[] {
  const every = webhooks ? BACKSTOP : ALONE
  return [
    commentsSource(context, 'comments', every.comments, NEWEST),
    commentsSource(context, 'older comments', every.older, MONTH),
    postsSource(context, { name: 'visitor posts', edge: 'visitor_posts', every: every.visitors }),
    postsSource(context, { name: 'tagged', edge: 'tagged', every: every.tagged }),
    messagesSource(context, every.messages),
  ]
}
