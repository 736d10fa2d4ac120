import type { Probe } from '../../model/network.ts'
import { askIdentity, sameHandle } from './identity.ts'
import type { XParts } from './parts.ts'

/** What a token must be made for. */
export const NEEDED = 'read-write'

/** Whether our access still works, is our account's, and may write; X never says until when it holds. */
export async function probe(parts: XParts, signal: AbortSignal): Promise<Probe> {
  const asked = await askIdentity(parts, parts.settings.prices.read, 'checking', signal)
  switch (asked.kind) {
    case 'me':
      if (!sameHandle(asked.me.handle, parts.account))
        return { status: 'dead', why: 'account', detail: `@${asked.me.handle}` }
      if (!mayWrite(asked.access)) return { status: 'dead', why: 'permission', detail: NEEDED }
      return { status: 'ok', expires: null }
    case 'refused':
      if (asked.problem.code === 'auth') return { status: 'dead', why: 'auth', detail: null }
      if (asked.problem.code === 'permission') return { status: 'dead', why: 'permission', detail: asked.problem.title }
      return { status: 'unknown', why: asked.problem.code }
    case 'limited':
      return { status: 'unknown', why: 'rate-limit' }
    case 'budget':
      return { status: 'unknown', why: 'budget' }
    case 'unsent':
    case 'lost':
      return { status: 'unknown', why: asked.reason }
    default:
      return asked satisfies never
  }
}

/** Where X leaves it unsaid, it is not held against us: the first post will tell. */
export const mayWrite = (access: string | null): boolean => access === null || access.includes('write')
