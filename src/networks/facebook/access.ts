import { z } from 'zod'
import { SECOND } from '../../model/clock.ts'
import type { Graph } from './graph.ts'
import { type Problem, problemOf } from './problem.ts'
import { type FacebookSettings, PERMISSIONS } from './settings.ts'
import { ID } from './shapes.ts'

const STANDING = z.object({
  data: z.object({
    app_id: ID.nullish(),
    type: z.string().nullish(),
    profile_id: ID.nullish(),
    is_valid: z.boolean(),
    expires_at: z.number().nullish(),
    data_access_expires_at: z.number().nullish(),
    scopes: z.array(z.string()).nullish(),
    error: z.unknown().optional(),
  }),
})

/** How the page token stands, as Facebook tells the app that it belongs to. */
export interface Standing {
  valid: boolean
  /** Why it is not, where Facebook says so. */
  problem: Problem | null
  /** The page that it speaks for; null where Facebook does not say, as with a token of a person. */
  page: string | null
  /** UTC ms: the earlier of the token's end and the end of our access to data; null: neither ends. */
  expires: number | null
  /** What we need and it lacks. */
  missing: string[]
}

export type Inspected =
  | { kind: 'standing'; standing: Standing }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'silent'; why: string }

/** @see https://developers.facebook.com/docs/graph-api/reference/debug_token */
export async function inspect(
  graph: Graph,
  { appId, appSecret, pageToken }: FacebookSettings,
  signal: AbortSignal,
): Promise<Inspected> {
  const asked = { input_token: pageToken, access_token: `${appId}|${appSecret}` }
  const answer = await graph.get('debug_token', asked, signal)
  if (answer.kind === 'refused') return answer
  if (answer.kind !== 'ok') return { kind: 'silent', why: answer.reason }
  const read = STANDING.safeParse(answer.body)
  if (!read.success) return { kind: 'silent', why: 'unreadable answer' }
  const { is_valid, profile_id, expires_at, data_access_expires_at, scopes, error } = read.data.data
  const ends = [expires_at, data_access_expires_at].filter((at) => at).map((at) => Number(at) * SECOND)
  const standing: Standing = {
    valid: is_valid,
    problem: problemOf(error),
    page: profile_id ?? null,
    expires: ends.length > 0 ? Math.min(...ends) : null,
    missing: scopes ? PERMISSIONS.filter((one) => !scopes.includes(one)) : [],
  }
  return { kind: 'standing', standing }
}

const PAGE = z.object({ id: ID, name: z.string().nullish() })

/** A page as our token sees it; null where Graph refuses or cannot be read. */
export async function pageOf(
  graph: Graph,
  id: string,
  signal: AbortSignal,
): Promise<{ page: { id: string; name: string | null } } | { problem: Problem } | { why: string }> {
  const answer = await graph.get(id, { fields: 'id,name' }, signal)
  if (answer.kind === 'refused') return { problem: answer.problem }
  if (answer.kind !== 'ok') return { why: answer.reason }
  const read = PAGE.safeParse(answer.body)
  return read.success ? { page: { id: read.data.id, name: read.data.name ?? null } } : { why: 'unreadable answer' }
}
