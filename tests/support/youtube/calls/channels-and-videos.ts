import { badRequest } from '../api-error.ts'
import { type Call, filterOf, listOf, partsOf, type Site } from '../call.ts'

/** `channels.list` of whoever asks. */
export function listChannels({ world }: Site, { query }: Call) {
  const parts = partsOf(query, ['id', 'snippet', 'contentDetails', 'statistics', 'status'])
  if (filterOf(query, ['id', 'mine', 'forHandle', 'forUsername']) !== 'mine' || query.get('mine') !== 'true')
    throw badRequest('invalidFilters', 'This YouTube lists mine=true alone.')
  const { channel, handle } = world.us
  const snippet = { title: 'Schatkamer', description: '', customUrl: handle, publishedAt: '2015-01-01T00:00:00Z' }
  const one = { kind: 'youtube#channel', etag: 'e', id: channel, ...(parts.includes('snippet') ? { snippet } : {}) }
  return {
    kind: 'youtube#channelListResponse',
    etag: 'e',
    pageInfo: { totalResults: 1, resultsPerPage: 5 },
    items: [one],
  }
}

/** `videos.list` by their ids. */
export function listVideos({ world }: Site, { query }: Call) {
  partsOf(query, ['id', 'snippet', 'status'])
  if (filterOf(query, ['id', 'chart', 'myRating']) !== 'id')
    throw badRequest('invalidFilters', 'This YouTube lists videos by id alone.')
  const items = listOf(query, 'id').flatMap((id) => {
    const video = world.videos.get(id)
    return video
      ? [{ kind: 'youtube#video', etag: 'e', id, snippet: { channelId: world.us.channel, title: video.title } }]
      : []
  })
  return {
    kind: 'youtube#videoListResponse',
    etag: 'e',
    pageInfo: { totalResults: items.length, resultsPerPage: items.length },
    items,
  }
}
