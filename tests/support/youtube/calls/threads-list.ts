import { badRequest, forbidden } from '../api-error.ts'
import { type Call, filterOf, formatOf, listOf, partsOf, refuseWithIds, type Site } from '../call.ts'
import type { Comment, Status } from '../comment.ts'
import { pageOf } from '../pages.ts'
import { commentResource, type Viewing } from '../present.ts'

const STATUSES: readonly Status[] = ['published', 'heldForReview', 'likelySpam']

/**
 * `commentThreads.list`. By time means by the top-level comment's: a new reply brings no thread back to the top. In the
 * queues stand threads of which the comment above or a reply waits. The replies that come along are only some.
 */
export function listThreads(site: Site, { query }: Call) {
  const { world } = site
  const parts = partsOf(query, ['id', 'snippet', 'replies'])
  const filter = filterOf(query, ['allThreadsRelatedToChannelId', 'videoId', 'id'])
  const status = (query.get('moderationStatus') ?? 'published') as Status
  if (!STATUSES.includes(status)) throw badRequest('invalidModerationStatus', `Invalid value '${status}'.`)
  const viewing: Viewing = { format: formatOf(query), viewer: world.us.channel, status: filter !== 'id' }
  const show = (top: Comment) => threadResource(site, top, status, parts, viewing)
  const kind = 'youtube#commentThreadListResponse'
  if (filter === 'id') {
    refuseWithIds(query, ['maxResults', 'moderationStatus', 'order', 'pageToken', 'searchTerms'])
    const found = listOf(query, 'id').flatMap((id) => world.comments.get(id) ?? [])
    const tops = found.filter((one) => one.parent === null && one.status === 'published')
    const pageInfo = { totalResults: tops.length, resultsPerPage: tops.length }
    return { kind, etag: 'e', pageInfo, items: tops.map(show) }
  }
  if ((query.get('order') ?? 'time') !== 'time')
    throw badRequest('invalidOrder', 'This YouTube knows order=time alone.')
  const asked = query.get(filter)
  if (filter === 'allThreadsRelatedToChannelId' && asked !== world.us.channel)
    throw forbidden('forbidden', 'One or more of the requested comment threads cannot be retrieved.')
  const { taken, frame } = pageOf(
    query,
    world.roots().filter((top) => fits(site, top, status) && (filter !== 'videoId' || top.video === asked)),
  )
  return { kind, etag: 'e', ...frame, items: taken.map(show) }
}

function fits({ world }: Site, top: Comment, status: Status): boolean {
  if (status === 'published') return top.status === 'published'
  return [top, ...world.repliesOf(top.id)].some((one) => one.status === status)
}

function threadResource(site: Site, top: Comment, status: Status, parts: string[], viewing: Viewing) {
  const { world, embedded } = site
  const channelId = world.us.channel
  const replies = world.repliesOf(top.id).filter((one) => site.visible(one.published))
  // The oldest come along: whoever takes them for all of them misses the newest.
  const some = replies.filter((one) => one.status === status).slice(-embedded)
  const snippet = {
    channelId,
    ...(top.video === null ? {} : { videoId: top.video }),
    topLevelComment: commentResource(top, channelId, viewing),
    canReply: top.video === null || (world.videos.get(top.video)?.comments ?? false),
    totalReplyCount: replies.filter((one) => one.status === 'published').length,
    isPublic: top.status === 'published',
  }
  return {
    kind: 'youtube#commentThread',
    etag: `e${top.updated}`,
    id: top.id,
    ...(parts.includes('snippet') ? { snippet } : {}),
    ...(parts.includes('replies') && some.length > 0
      ? { replies: { comments: some.map((one) => commentResource(one, channelId, viewing)) } }
      : {}),
  }
}
