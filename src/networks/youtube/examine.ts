import type { AccessFault, Examined, Surroundings } from '../network.ts'
import type { NoAccess } from './access.ts'
import { Calls } from './calls.ts'
import { askMine, isAccount } from './channel.ts'
import { SCOPE, type YouTubeSettings } from './settings.ts'

const VARIABLES = { id: 'YOUTUBE_CLIENT_ID', secret: 'YOUTUBE_CLIENT_SECRET', token: 'YOUTUBE_REFRESH_TOKEN' } as const

/** What is wrong with our access to YouTube, by one question after another until one says what. */
export async function examineYouTube(
  settings: YouTubeSettings,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<Examined> {
  const calls = new Calls(settings, surroundings)
  const found = (fault: AccessFault, account: string | null = null): Examined => ({
    faults: [fault],
    account,
    expires: null,
  })
  const refused = await calls.access.renew()
  if (refused !== null) {
    if ('code' in refused) return found(blame(refused))
    return found({ variable: VARIABLES.token, why: 'unreachable', detail: refused.reason })
  }
  const short: AccessFault = { variable: VARIABLES.token, why: 'permission', detail: SCOPE }
  if ((await calls.access.scope()) === false) return found(short)
  const mine = await askMine(calls, 'checking', signal)
  if (mine.kind === 'refused' && mine.reason === 'insufficientPermissions') return found(short)
  if (mine.kind !== 'ok')
    return found({
      variable: VARIABLES.token,
      why: mine.kind === 'unsent' ? 'unreachable' : 'unclear',
      detail: mine.reason,
    })
  if (mine.body === null) return found({ variable: VARIABLES.token, why: 'account', detail: null })
  const account = mine.body.handle ?? mine.body.id
  if (!isAccount(mine.body, surroundings.account))
    return found({ variable: 'account', why: 'account', detail: account }, account)
  return { faults: [], account, expires: null }
}

/** Which setting Google means: developers.google.com/identity/protocols/oauth2/web-server#offline. */
function blame({ code, said }: NoAccess): AccessFault {
  if (code === 'invalid_client')
    return { variable: /not found/i.test(said) ? VARIABLES.id : VARIABLES.secret, why: 'wrong', detail: code }
  // Given out to another client than this one.
  if (code === 'unauthorized_client') return { variable: VARIABLES.id, why: 'wrong', detail: code }
  if (code === 'invalid_grant')
    return { variable: VARIABLES.token, why: /expired|revoked/i.test(said) ? 'expired' : 'wrong', detail: code }
  return { variable: VARIABLES.token, why: 'unclear', detail: /^\w{1,40}$/.test(code) ? code : null }
}
