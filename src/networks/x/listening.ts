import { DAY, MINUTE, SECOND } from '../../model/clock.ts'
import type { Source } from '../network.ts'
import type { Identity } from './identity.ts'
import type { XParts } from './parts.ts'
import { postsSource } from './posts-source.ts'

/** The longest query that recent search takes without a contract (docs.x.com/x-api/posts/search/introduction). */
const LONGEST = 512
/** A handle has at most 15 characters: what every query ends in is never longer than this. */
const ENDING = ' -is:retweet -from:'.length + 15
/** Recent search reaches back seven days; a little less, so that what is asked for is not too old on arrival. */
const WEEK = 7 * DAY - 10 * MINUTE

/** What the public says under our hashtags or of our subjects without mentioning us; no sources where nothing is listened for. */
export function listeningSources(parts: XParts): Source[] {
  const { hashtags, searches, prices } = parts.settings
  const terms = [
    ...hashtags.map((tag) => `#${tag.trim().replace(/^#+/, '')}`).filter((tag) => tag !== '#'),
    ...searches.map((search) => `(${search.trim()})`).filter((search) => search !== '()'),
  ]
  return queriesOf(terms).map((query, place) =>
    postsSource(parts, {
      name: place === 0 ? 'listening' : `listening-${place + 1}`,
      pauses: { shortest: 5 * SECOND, longest: 5 * MINUTE },
      endpoint: 'GET tweets/search/recent',
      at: (me) => ({ path: 'tweets/search/recent', query: { query: withoutUs(query, me) } }),
      price: prices.read,
      reach: { most: null, age: WEEK },
    }),
  )
}

const withoutUs = (query: string, me: Identity) => `${query} -is:retweet -from:${me.handle}`

/** As few queries as take all terms; each term stands in one. */
function queriesOf(terms: readonly string[]): string[] {
  const groups: string[][] = []
  for (const term of terms) {
    const last = groups.at(-1)
    if (last && joined([...last, term]).length + ENDING <= LONGEST) last.push(term)
    else groups.push([term])
  }
  return groups.map(joined)
}

const joined = (terms: readonly string[]) => (terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' OR ')})`)
