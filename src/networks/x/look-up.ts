import type { Purpose } from '../../model/allowance.ts'
import type { Api } from './api.ts'
import { POST_FIELDS } from './fields.ts'
import { UNREADABLE } from './identity.ts'
import { type Page, readPage } from './page.ts'
import type { Failure } from './reply.ts'
import type { Till } from './till.ts'

/** So many posts X gives by their ids in one call. */
export const MOST_IDS = 100

export interface LookUp {
  ids: readonly string[]
  purpose: Purpose
  price: number
  signal?: AbortSignal | undefined
}

/** Posts by their ids, at most 100. */
export async function lookUp(
  { api, till }: { api: Api; till: Till },
  { ids, purpose, price, signal }: LookUp,
): Promise<{ kind: 'page'; page: Page } | Failure> {
  const reply = await till.reading(
    { purpose, price, most: ids.length, brought: (given) => idsOf(readPage(given.body)) },
    () =>
      api.call({
        method: 'GET',
        endpoint: 'GET tweets',
        path: 'tweets',
        query: { ids: ids.join(), ...POST_FIELDS },
        signal,
      }),
  )
  if (reply.kind !== 'ok') return reply
  const page = readPage(reply.body)
  return page ? { kind: 'page', page } : UNREADABLE
}

export const idsOf = (page: Page | null): string[] => page?.posts.map((post) => post.version) ?? []
