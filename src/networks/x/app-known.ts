import { TwitterApi } from 'twitter-api-v2'
import { SECOND } from '../../model/clock.ts'
import type { Surroundings } from '../network.ts'
import { failureOf } from './failure.ts'
import type { Failure } from './reply.ts'
import type { XSettings } from './settings.ts'

const TIMEOUT = 15 * SECOND

/** Whether X knows the app by its consumer pair, asked by way of an access for the app itself, which is thrown away. */
export async function appKnown(
  { apiKey, apiSecret }: XSettings,
  { way, clock }: Pick<Surroundings, 'way' | 'clock'>,
  signal: AbortSignal,
): Promise<boolean | Failure> {
  const client = new TwitterApi(
    { username: apiKey, password: apiSecret },
    { httpAgent: way('api.x.com').agent, compression: false },
  )
  try {
    const body = { grant_type: 'client_credentials' }
    await client.post('https://api.x.com/oauth2/token', body, { timeout: TIMEOUT, prefix: '' })
    signal.throwIfAborted()
    return true
  } catch (error) {
    const failure = failureOf(error, clock.now())
    const isDenied = failure.kind === 'refused' && (failure.status === 401 || failure.status === 403)
    return isDenied ? false : failure
  }
}
