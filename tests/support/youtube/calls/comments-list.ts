import { badRequest, forbidden, notFound } from '../api-error.ts'
import { type Call, filterOf, formatOf, listOf, partsOf, refuseWithIds, type Site } from '../call.ts'
import { pageOf } from '../pages.ts'
import { commentResource } from '../present.ts'

/**
 * `comments.list`: all published replies under a top-level comment, or comments by their ids. What is not there is left
 * out of the latter, and so is what was rejected: the reference says that nothing lists those.
 */
export function listComments(site: Site, { query }: Call) {
  const { world, journal } = site
  partsOf(query, ['id', 'snippet'])
  const filter = filterOf(query, ['id', 'parentId'])
  const kind = 'youtube#commentListResponse'
  const viewing = { format: formatOf(query), viewer: world.us.channel }
  if (filter === 'id') {
    refuseWithIds(query, ['maxResults', 'pageToken'])
    const found = listOf(query, 'id').flatMap((id) => world.comments.get(id) ?? [])
    const shown = found.filter((one) => one.status !== 'rejected')
    const pageInfo = { totalResults: shown.length, resultsPerPage: shown.length }
    const items = shown.map((one) => commentResource(one, world.us.channel, { ...viewing, status: false }))
    return { kind, etag: 'e', pageInfo, items }
  }
  const parent = query.get('parentId') ?? ''
  if (parent.includes('.'))
    throw badRequest('operationNotSupported', 'Replies can be listed of a top-level comment alone.')
  if (site.forbids.has(parent))
    throw forbidden('forbidden', 'One or more of the requested comments cannot be retrieved.')
  if (!world.comments.has(parent)) throw notFound('commentNotFound', 'The specified comment could not be found.')
  journal.looks(parent)
  const replies = world.repliesOf(parent).filter((one) => one.status === 'published' && site.visible(one.published))
  const { taken, frame } = pageOf(query, replies)
  return {
    kind,
    etag: 'e',
    ...frame,
    items: taken.map((one) => commentResource(one, world.us.channel, { ...viewing, status: true })),
  }
}
