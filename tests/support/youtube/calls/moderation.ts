import { badRequest, forbidden, notFound } from '../api-error.ts'
import { type Call, listOf, type Site } from '../call.ts'
import type { Comment, Status } from '../comment.ts'

/** `comments.setModerationStatus`: no answer's body; it changes all of them or none. */
export function setModerationStatus({ world }: Site, { query }: Call): null {
  const status = query.get('moderationStatus') as Status
  if (!['heldForReview', 'published', 'rejected'].includes(status))
    throw badRequest('invalidModerationStatus', `Invalid value '${status}'.`)
  if (query.get('banAuthor') === 'true' && status !== 'rejected')
    throw badRequest('banWithoutReject', 'The author can only be banned along with a rejection.')
  const comments = known(world.comments, listOf(query, 'id'))
  if (comments.some((one) => one.author.channel === world.us.channel))
    throw badRequest('operationNotSupported', 'Our own comments cannot be moderated.')
  for (const comment of comments) comment.status = status
  return null
}

/** `comments.delete`: what we wrote ourselves. */
export function deleteComment({ world }: Site, { query }: Call): null {
  const [comment] = known(world.comments, [query.get('id') ?? ''])
  if (comment?.author.channel !== world.us.channel) throw forbidden('forbidden', 'The comment could not be deleted.')
  world.remove(comment.id)
  return null
}

function known(comments: ReadonlyMap<string, Comment>, ids: string[]): Comment[] {
  if (ids.length === 0) throw badRequest('missingRequiredParameter', 'Required parameter: id')
  return ids.map((id) => {
    const comment = comments.get(id)
    if (!comment) throw notFound('commentNotFound', 'One or more of the specified comments could not be found.')
    return comment
  })
}
