import { z } from 'zod'
import type { Purpose } from '../../model/allowance.ts'
import type { Api } from './api.ts'
import type { Reply } from './reply.ts'
import type { Till } from './till.ts'
import { USER } from './wire.ts'

/** Whose access we have. */
export interface Identity {
  id: string
  handle: string
}

const ME = z.object({ data: USER })
export const UNREADABLE = { kind: 'lost', reason: 'unreadable answer' } as const

export type Asked = { kind: 'me'; me: Identity; access: string | null } | Exclude<Reply, { kind: 'ok' }>

/** Asks X whose access this is. */
export async function askIdentity(
  { api, till }: { api: Api; till: Till },
  price: number,
  purpose: Purpose,
  signal?: AbortSignal,
): Promise<Asked> {
  const reply = await till.reading({ purpose, price, most: 1, brought: () => ['me'] }, () =>
    api.call({
      method: 'GET',
      endpoint: 'GET users/me',
      path: 'users/me',
      query: { 'user.fields': 'id,name,username' },
      signal,
    }),
  )
  if (reply.kind !== 'ok') return reply
  const read = ME.safeParse(reply.body)
  if (!read.success) return UNREADABLE
  const { id, username } = read.data.data
  return { kind: 'me', me: { id, handle: username }, access: reply.access }
}

/** Whether two names are the same account's: X takes no notice of capitals, people write an @ or not. */
export const sameHandle = (a: string, b: string): boolean => bare(a) === bare(b)
const bare = (handle: string) => handle.replace(/^@/, '').toLowerCase()
