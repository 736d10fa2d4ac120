import { invalid } from './refused.ts'
import { byId, idAt } from './snowflakes.ts'

interface Numbered {
  id: string
}
export interface Page<T> {
  items: T[]
  meta: Record<string, unknown>
}

/**
 * One page of `all` (newest first), by `pagination_token`. A token holds for the endpoint that gave it.
 * @param ends the names of the ids at both ends in `meta`, null where there are none
 * @throws {Refused} of a token that this endpoint did not give
 */
export function page<T extends Numbered>(
  all: readonly T[],
  query: URLSearchParams,
  { endpoint, most, ends = true }: { endpoint: string; most: number; ends?: boolean },
): Page<T> {
  const token = query.get('pagination_token') ?? query.get('next_token')
  const before = token === null ? null : boundaryIn(token, endpoint)
  const size = Number(query.get('max_results') ?? most)
  const from = before === null ? 0 : all.findIndex(({ id }) => byId(id, before) < 0)
  const items = from < 0 ? [] : all.slice(from, from + size)
  const last = items.at(-1)
  const more = last && from + items.length < all.length
  const bounds = ends && last ? { newest_id: items[0]?.id, oldest_id: last.id } : {}
  return {
    items,
    meta: { result_count: items.length, ...bounds, ...(more ? { next_token: tokenOf(endpoint, last.id) } : {}) },
  }
}

const tokenOf = (endpoint: string, id: string): string => Buffer.from(`${endpoint} ${id}`).toString('base64url')

function boundaryIn(token: string, endpoint: string): string {
  const text = Buffer.from(token, 'base64url').toString('utf8')
  const id = text.startsWith(`${endpoint} `) ? text.slice(endpoint.length + 1) : ''
  if (/^\d{1,19}$/.test(id)) return id
  throw invalid([
    {
      parameter: 'pagination_token',
      value: token,
      message: `The 'pagination_token' query parameter value [${token}] is not valid`,
    },
  ])
}

/** Those between `since_id` and `until_id`, or between `start_time` and `end_time`; ids win, as the description says. */
export function between<T extends Numbered>(all: readonly T[], query: URLSearchParams): T[] {
  const since = query.get('since_id')
  const until = query.get('until_id')
  const from = query.get('start_time')
  const to = query.get('end_time')
  const low = since ?? (from === null ? null : String(idAt(Date.parse(from)) - 1n))
  const high = until ?? (to === null ? null : String(idAt(Date.parse(to))))
  return all.filter(({ id }) => (low === null || byId(id, low) > 0) && (high === null || byId(id, high) < 0))
}
