import type { Probe } from '../network.ts'
import { askMine, isAccount } from './channel.ts'
import type { Parts } from './parts.ts'
import { SCOPE } from './settings.ts'

/** Whether the consent still holds, for the right channel and with the scope. Google does not say when it ends. */
export async function probe({ calls, surroundings }: Parts, signal: AbortSignal): Promise<Probe> {
  const refused = await calls.access.renew()
  if (refused !== null) {
    if (!('code' in refused)) return { status: 'unknown', why: refused.reason }
    return { status: 'dead', why: 'auth', detail: refused.code }
  }
  if ((await calls.access.scope()) === false) return { status: 'dead', why: 'permission', detail: SCOPE }
  const mine = await askMine(calls, 'checking', signal)
  if (mine.kind === 'ok') {
    if (mine.body !== null && isAccount(mine.body, surroundings.account)) return { status: 'ok', expires: null }
    return { status: 'dead', why: 'account', detail: mine.body && (mine.body.handle ?? mine.body.id) }
  }
  if (mine.kind === 'refused' && mine.reason === 'insufficientPermissions')
    return { status: 'dead', why: 'permission', detail: SCOPE }
  return { status: 'unknown', why: mine.reason }
}
