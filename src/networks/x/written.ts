import type { Written } from '../../model/change.ts'
import type { Person } from './page.ts'
import type { Post } from './post.ts'
import { timeOf } from './snowflake.ts'
import type { Standing } from './standing.ts'

/** A post of the public, as the station takes it in. */
export function writtenOf(account: string, post: Post, standing: Standing, author: Person | undefined): Written {
  return {
    kind: post.revision > 0 ? 'edited' : 'created',
    account,
    id: post.id,
    threadKey: standing.threadKey,
    root: standing.root,
    inReplyTo: standing.inReplyTo,
    answers: standing.answers,
    what: standing.answers !== null && standing.inReplyTo !== null ? 'comment' : 'mention',
    author: author ?? { id: post.author, handle: post.author, name: '' },
    text: post.text,
    attachments: post.attachments,
    url: addressOf(post.id, author?.handle),
    at: timeOf(post.id),
    revision: post.revision,
    unanswerable: standing.summoned ? null : 'not-summoned',
  }
}

/** Where a post is to be seen; X finds it without its writer's name, too. */
export const addressOf = (id: string, handle = 'i'): string =>
  `https://x.com/${encodeURIComponent(handle)}/status/${id}`
