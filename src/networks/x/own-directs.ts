import type { Found } from '../../model/network.ts'
import type { Draft } from '../network.ts'
import { directOf } from './directs.ts'
import { DIRECT_FIELDS } from './fields.ts'
import type { Identity } from './identity.ts'
import { SKEW } from './own-posts.ts'
import { readAnswer, readDirects } from './page.ts'
import type { XParts } from './parts.ts'
import { sameText } from './same-text.ts'
import { timeOf } from './snowflake.ts'

/** Small, as for posts: what it may cost is put down before. */
const PAGE = 20

/** Looks for a private message of ours in the exchange with a person. `since`: UTC ms before which it cannot be there. */
export async function findDirect(
  { api, till, settings, placed }: XParts,
  me: Identity,
  person: string,
  draft: Draft,
  since: number,
): Promise<Found> {
  const reply = await till.reading(
    {
      purpose: 'replying',
      price: settings.prices.direct,
      most: PAGE,
      brought: ({ body }) => readDirects(readAnswer(body) ?? NOTHING).map(({ id }) => id),
    },
    () =>
      api.call({
        method: 'GET',
        endpoint: 'GET dm_conversations/with/:id/dm_events',
        path: `dm_conversations/with/${person}/dm_events`,
        query: { ...DIRECT_FIELDS, max_results: PAGE },
      }),
  )
  const answer = reply.kind === 'ok' ? readAnswer(reply.body) : null
  if (answer === null) return { status: 'cannot tell' }
  const events = readDirects(answer).map((event) => directOf(event, answer))
  const recent = events.filter(({ id, at }) => (at ?? timeOf(id)) >= since - SKEW)
  const alike = recent.filter(({ sender, text }) => sender === me.id && sameText(draft.text, text))
  const known = alike.length > 0 ? await placed(alike.map(({ id }) => id)) : new Map()
  const found = alike.find(({ id }) => !known.has(id))
  if (found) return { status: 'found', id: found.id, url: null }
  // The page may end before what is looked for.
  const whole = answer.meta?.next_token == null || recent.length < events.length
  return { status: whole ? 'absent' : 'cannot tell' }
}

const NOTHING = { data: [], includes: null, errors: [], meta: null }
