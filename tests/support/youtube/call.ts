import { badRequest } from './api-error.ts'
import type { Journal } from './journal.ts'
import type { TextFormat } from './present.ts'
import type { World } from './world.ts'

/** One call of the Data API. */
export interface Call {
  query: URLSearchParams
  body: unknown
}

/** What the calls work on. */
export interface Site {
  world: World
  journal: Journal
  forbids: ReadonlySet<string>
  /** How many replies a thread shows of itself at most. */
  embedded: number
  /** False for a time in which what was written is not to be found yet. */
  visible(at: number): boolean
}

/** Each value of a list, whether given once with commas or several times. */
export const listOf = (query: URLSearchParams, name: string): string[] =>
  query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '')

/** @throws {ApiError} 400 where it asks for parts that are not there, or for none */
export function partsOf(query: URLSearchParams, allowed: readonly string[]): string[] {
  const parts = listOf(query, 'part')
  if (parts.length === 0) throw badRequest('missingRequiredParameter', 'No filter selected. Required parameter: part')
  const unknown = parts.find((part) => !allowed.includes(part))
  if (unknown) throw badRequest('unknownPart', `'${unknown}'`)
  return parts
}

/** The one filter that a list asks for. @throws {ApiError} 400 where there is none, or more than one */
export function filterOf(query: URLSearchParams, filters: readonly string[]): string {
  const given = filters.filter((name) => query.has(name))
  if (given.length === 0)
    throw badRequest('missingRequiredParameter', `No filter selected. Expected one of: ${filters.join(', ')}`)
  if (given.length > 1)
    throw badRequest('incompatibleParameters', `Incompatible parameters specified in the request: ${given.join(', ')}`)
  return given[0]!
}

/** By id there are no pages and no order. @throws {ApiError} 400 */
export function refuseWithIds(query: URLSearchParams, names: readonly string[]): void {
  const given = names.filter((name) => query.has(name))
  if (given.length > 0)
    throw badRequest(
      'incompatibleParameters',
      `Incompatible parameters specified in the request: id, ${given.join(', ')}`,
    )
  if (listOf(query, 'id').length > 50) throw badRequest('invalidFilters', 'The request specifies too many ids.')
}

export const formatOf = (query: URLSearchParams): TextFormat =>
  query.get('textFormat') === 'plainText' ? 'plainText' : 'html'
