import type { AccessFault, Examined, Surroundings } from '../network.ts'
import { createApi } from './api.ts'
import { appKnown } from './app-known.ts'
import { askIdentity, sameHandle } from './identity.ts'
import { mayWrite, NEEDED } from './probe.ts'
import type { Failure } from './reply.ts'
import type { XSettings } from './settings.ts'
import { Till } from './till.ts'

/**
 * What is wrong with our access to X. X tells a wrong secret from a wrong key in nothing, so that of each pair the first
 * is named, and the other in the detail.
 */
export async function examineX(
  settings: XSettings,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<Examined> {
  const api = createApi(settings, surroundings)
  const till = new Till(surroundings.purse, surroundings.clock)
  const asked = await askIdentity({ api, till }, settings.prices.read, 'checking', signal)
  if (asked.kind !== 'me') {
    const isDenied = asked.kind === 'refused' && asked.problem.code === 'auth'
    const faults = isDenied ? await whichPair(settings, surroundings, signal) : [otherFault(asked)]
    return { faults, account: null, expires: null }
  }
  const { handle } = asked.me
  const faults: AccessFault[] = []
  if (!sameHandle(handle, surroundings.account))
    faults.push({ variable: 'account', why: 'account', detail: `@${handle}` })
  if (!mayWrite(asked.access)) faults.push({ variable: 'X_ACCESS_TOKEN', why: 'permission', detail: NEEDED })
  return { faults, account: handle, expires: null }
}

/** The app's pair is right where X gives the app itself an access; then it is our account's pair. */
async function whichPair(settings: XSettings, surroundings: Surroundings, signal: AbortSignal): Promise<AccessFault[]> {
  const known = await appKnown(settings, surroundings, signal)
  if (known === true) return [{ variable: 'X_ACCESS_TOKEN', why: 'wrong', detail: 'or X_ACCESS_SECRET' }]
  if (known === false) return [{ variable: 'X_API_KEY', why: 'wrong', detail: 'or X_API_SECRET' }]
  return [otherFault(known)]
}

function otherFault(failure: Failure): AccessFault {
  const fault = (why: AccessFault['why'], detail: string | null): AccessFault => ({
    variable: 'X_ACCESS_TOKEN',
    why,
    detail,
  })
  switch (failure.kind) {
    case 'refused':
      return fault(failure.problem.code === 'permission' ? 'permission' : 'unclear', failure.problem.title)
    case 'limited':
      return fault('unclear', 'rate-limit')
    case 'budget':
      return fault('unclear', 'budget')
    case 'unsent':
    case 'lost':
      return fault('unreachable', failure.reason)
    default:
      return failure satisfies never
  }
}
