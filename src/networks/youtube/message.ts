import type { Written } from '../../model/change.ts'
import { SECOND } from '../../model/clock.ts'
import type { Sight } from '../../model/network.ts'
import type { Comment } from './shapes.ts'

/** The top-level comment above a comment, or itself: the id of a reply holds it, `Top.Reply`. */
export const topOf = (id: string): string => id.split('.')[0] ?? id

/** Where people read a comment. Without a video it was written about the channel, and there is no such place. */
export const urlOf = (video: string | null | undefined, id: string): string | null =>
  video ? `https://www.youtube.com/watch?v=${video}&lc=${id}` : null

/** Whether we wrote this ourselves. */
export const isOurs = ({ snippet }: Comment, channel: string): boolean => snippet.authorChannelId?.value === channel

/** What it says, as it was typed: lists are asked for as plain text, in which nothing is escaped. */
export const textOf = ({ snippet }: Comment): string =>
  (snippet.textOriginal ?? snippet.textDisplay ?? '').replace(/\r\n?/g, '\n')

/** UTC ms at which it was written or last changed. */
export const movedAt = ({ snippet }: Comment): number => Math.max(snippet.publishedAt, snippet.updatedAt ?? 0)

export const isEdited = (comment: Comment): boolean => revisionOf(comment) > 0

/** YouTube counts no edits: the seconds between writing and the last change grow with each. */
const revisionOf = (comment: Comment): number => Math.round((movedAt(comment) - comment.snippet.publishedAt) / SECOND)

const SIGHTS: Readonly<Record<string, Sight>> = { heldForReview: 'held', likelySpam: 'held', rejected: 'rejected' }

/** A comment as the station takes it in. `video`: of its thread, since a comment does not always name it. */
export function messageOf(comment: Comment, account: string, video?: string | null): Written {
  const { id, snippet } = comment
  const { publishedAt, authorDisplayName, authorChannelId, moderationStatus } = snippet
  const top = snippet.parentId ? topOf(snippet.parentId) : topOf(id)
  const post = snippet.videoId ?? video ?? null
  const revision = revisionOf(comment)
  const name = authorDisplayName ?? ''
  return {
    kind: isEdited(comment) ? 'edited' : 'created',
    account,
    id,
    threadKey: top,
    root: post,
    inReplyTo: top === id ? post : top,
    answers: post,
    what: 'comment',
    author: {
      id: authorChannelId?.value ?? `name:${name}`,
      handle: name.replace(/^@/, ''),
      name: name.replace(/^@/, ''),
    },
    text: textOf(comment),
    attachments: [],
    url: urlOf(post, id),
    at: publishedAt,
    revision,
    sight: SIGHTS[moderationStatus ?? ''] ?? null,
  }
}
