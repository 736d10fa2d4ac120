import type { Agent } from 'node:https'
import { auth, youtube, type youtube_v3 } from 'googleapis/build/src/apis/youtube/index.js'
import { SECOND } from '../../model/clock.ts'
import type { Surroundings } from '../network.ts'
import type { YouTubeSettings } from './settings.ts'

export const TIMEOUT = 20 * SECOND
const LARGEST = 20_000_000

/** Google's client as far as it is used here. */
export interface Library {
  api: youtube_v3.Youtube
  oauth: InstanceType<typeof auth.OAuth2>
}

/**
 * Google's own client for the one API, at its own addresses. By itself gaxios asks again after a failure (a GET three
 * times, the token's POST too): `retry: 0` ends that also where the token's call asks for it, for settings are merged
 * (gaxios 7.3.1, retry.js). A redirect is not followed, since it would send a POST twice.
 */
export function openLibrary(settings: YouTubeSettings, { way }: Pick<Surroundings, 'way'>): Library {
  const agents = new Map<string, Agent>()
  const agent = ({ hostname }: URL): Agent => {
    const known = agents.get(hostname) ?? way(hostname).agent
    agents.set(hostname, known)
    return known
  }
  const once = {
    agent,
    timeout: TIMEOUT,
    maxRedirects: 0,
    maxContentLength: LARGEST,
    retry: false,
    retryConfig: { retry: 0 },
  }
  const oauth = new auth.OAuth2({
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    // Google's own log of requests holds tokens.
    useAuthRequestParameters: false,
    transporterOptions: once,
  })
  oauth.setCredentials({ refresh_token: settings.refreshToken })
  return { api: youtube({ version: 'v3', auth: oauth, ...once }), oauth }
}
