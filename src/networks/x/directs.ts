import type { z } from 'zod'
import { DAY, MINUTE, SECOND } from '../../model/clock.ts'
import { type Source, SourceFailed } from '../network.ts'
import { attachmentsOf } from './attachments.ts'
import { type Direct, directChanges } from './direct-changes.ts'
import { DIRECT_FIELDS } from './fields.ts'
import { type From, Gathering } from './gathering.ts'
import { Pace } from './pace.ts'
import { type Person, peopleOf, readAnswer, readDirects } from './page.ts'
import type { XParts } from './parts.ts'
import { linksOf } from './post.ts'
import { readingFailed } from './reply.ts'
import { sourceOf } from './source.ts'
import { asWritten } from './text.ts'
import type { Answer, DIRECT } from './wire.ts'

const PAGE = 100
const ENDPOINT = 'GET dm_events'

/** Private messages. Where the plan or the token does not allow them this is no failure: it is looked again in a day. */
export function directsSource(parts: XParts): Source {
  const { api, till, own, clock, purse, account } = parts
  const price = parts.settings.prices.direct
  const pauses = { shortest: 3 * SECOND, longest: 5 * MINUTE }

  /** X takes no ids to begin from or to end at here: what is older is left to the gathering. */
  const look = async ({ token }: From, signal: AbortSignal) => {
    const reply = await till.reading(
      { purpose: 'reading', price, most: PAGE, brought: ({ body }) => idsIn(body) },
      () =>
        api.call({
          method: 'GET',
          endpoint: ENDPOINT,
          path: 'dm_events',
          query: { ...DIRECT_FIELDS, max_results: PAGE, pagination_token: token ?? undefined },
          signal,
        }),
    )
    if (reply.kind === 'refused' && reply.status === 403) throw new NotAllowed()
    if (reply.kind !== 'ok') throw readingFailed(reply)
    const answer = readAnswer(reply.body)
    if (answer === null) throw new SourceFailed('x', 'unreadable answer')
    const people = peopleOf(answer)
    return {
      pieces: readDirects(answer).map((event) => ({
        id: event.id,
        first: event.id,
        it: { direct: directOf(event, answer), people },
      })),
      next: answer.meta?.next_token ?? null,
    }
  }

  const source = sourceOf<{ direct: Direct; people: Map<string, Person> }>({
    name: 'direct',
    every: pauses.shortest,
    endpoint: ENDPOINT,
    price,
    windows: api.windows,
    gathering: new Gathering(look, { most: null, age: null }, clock.now),
    pace: new Pace(purse, pauses),
    changes: async (pieces, signal) => {
      if (pieces.length === 0) return []
      const me = await own.forReading(signal)
      return pieces.flatMap(({ it }) => directChanges([it.direct], it.people, account, me.id))
    },
  })
  return {
    ...source,
    fetch: (cursor, signal) =>
      source.fetch(cursor, signal).catch((error: unknown) => {
        if (!(error instanceof NotAllowed)) throw error
        return { changes: [], cursor: cursor ?? '', more: false, after: DAY }
      }),
  }
}

class NotAllowed extends Error {}

const idsIn = (body: unknown): string[] => {
  const answer = readAnswer(body)
  return answer ? readDirects(answer).map(({ id }) => id) : []
}

export function directOf(event: z.infer<typeof DIRECT>, { includes }: Answer): Direct {
  const at = event.created_at == null ? Number.NaN : Date.parse(event.created_at)
  return {
    id: event.id,
    sender: event.sender_id,
    at: Number.isFinite(at) ? at : null,
    // Two people's conversation is named after both, a group's by a number of its own.
    group: event.dm_conversation_id != null && !event.dm_conversation_id.includes('-'),
    text: asWritten(event.text, linksOf(event.entities)),
    attachments: attachmentsOf(event.attachments?.media_keys ?? [], includes?.media ?? []),
  }
}
