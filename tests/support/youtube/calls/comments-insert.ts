import { z } from 'zod'
import { badRequest, forbidden, notFound } from '../api-error.ts'
import { type Call, partsOf, type Site } from '../call.ts'
import { commentResource } from '../present.ts'

const BODY = z.object({ snippet: z.object({ parentId: z.string().optional(), textOriginal: z.string().optional() }) })
const LONGEST = 10_000

/** `comments.insert`: a reply of ours under a top-level comment, and under nothing else. */
export function insertComment({ world, journal }: Site, { query, body }: Call) {
  partsOf(query, ['id', 'snippet'])
  const read = BODY.safeParse(body)
  const { parentId = '', textOriginal = '' } = read.success ? read.data.snippet : {}
  if (parentId === '') throw badRequest('parentIdMissing', 'The comment has to say which one it answers.')
  if (textOriginal.trim() === '') throw badRequest('commentTextRequired', 'A comment has to have a text.')
  if (textOriginal.length > LONGEST) throw badRequest('commentTextTooLong', 'The comment is too long.')
  const parent = world.comments.get(parentId)
  if (!parent) throw notFound('parentCommentNotFound', 'The specified parent comment could not be found.')
  if (parent.parent !== null)
    throw badRequest(
      'processingFailure',
      'The API server failed to successfully process the request. While this can be a transient error, it usually indicates that the input is invalid.',
    )
  if (parent.status !== 'published')
    throw badRequest('parentCommentIsPrivate', 'The specified parent comment is private.')
  if (parent.video !== null && !world.videos.get(parent.video)?.comments)
    throw forbidden('commentsDisabled', 'The video identified by the videoId has disabled comments.')
  journal.asksInsert(parentId, textOriginal)
  const comment = world.add({
    parent: parentId,
    video: parent.video,
    author: world.us,
    text: textOriginal,
    status: 'published',
  })
  journal.takes(parentId, textOriginal, comment.published)
  return commentResource(comment, world.us.channel, { format: 'html', viewer: world.us.channel, status: false })
}
