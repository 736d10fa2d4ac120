import type { Source } from '../network.ts'
import { SourceFailed } from '../network.ts'
import { POST_FIELDS } from './fields.ts'
import { type From, Gathering, type Reach } from './gathering.ts'
import type { Identity } from './identity.ts'
import { idsOf } from './look-up.ts'
import { Pace } from './pace.ts'
import { readPage } from './page.ts'
import type { XParts } from './parts.ts'
import { PublicChanges, type Sighting } from './public-changes.ts'
import { readingFailed } from './reply.ts'
import { sourceOf } from './source.ts'

/** So many posts a page: the most that X gives. */
const PAGE = 100

export interface PostsSource {
  name: string
  /** The shortest and the longest pause between looks, in ms. */
  pauses: { shortest: number; longest: number }
  /** The name under which X counts it. */
  endpoint: string
  /** Where to look, below https://api.x.com/2/, and what to ask for beside the fields. */
  at(me: Identity): { path: string; query: Record<string, string> }
  price: number
  reach: Reach
}

/** Public posts from one of X's lists, newest first there, oldest first here. */
export function postsSource(parts: XParts, wanted: PostsSource): Source {
  const { api, till, own, log, clock, purse } = parts
  const { name, endpoint, price, pauses, reach } = wanted

  const look = async ({ since, until, token }: From, signal: AbortSignal) => {
    const { path, query } = wanted.at(await own.forReading(signal))
    const reply = await till.reading(
      { purpose: 'reading', price, most: PAGE, brought: ({ body }) => idsOf(readPage(body)) },
      () =>
        api.call({
          method: 'GET',
          endpoint,
          path,
          query: {
            ...query,
            ...POST_FIELDS,
            max_results: PAGE,
            since_id: since,
            until_id: until ?? undefined,
            pagination_token: token ?? undefined,
          },
          signal,
        }),
    )
    if (reply.kind !== 'ok') throw readingFailed(reply)
    const page = readPage(reply.body)
    if (page === null) throw new SourceFailed('x', 'unreadable answer')
    if (page.unreadable > 0) log.warn({ source: name, count: page.unreadable }, 'x: posts that could not be read')
    const { around, people, next } = page
    return {
      pieces: page.posts.map((post) => ({ id: post.version, first: post.id, it: { post, around, people } })),
      next,
    }
  }

  const changes = new PublicChanges(parts)
  return sourceOf<Sighting>({
    name,
    every: pauses.shortest,
    endpoint,
    price,
    windows: api.windows,
    gathering: new Gathering(look, reach, clock.now),
    pace: new Pace(purse, pauses),
    changes: async (pieces, signal) =>
      pieces.length === 0
        ? []
        : changes.of(
            pieces.map(({ it }) => it),
            await own.forReading(signal),
            signal,
          ),
  })
}
