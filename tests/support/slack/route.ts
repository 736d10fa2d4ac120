import { fetch as undiciFetch } from 'undici'
import type { Slack } from './slack.ts'

/** A fetch that sends what is meant for Slack's hosts to this fake, and nothing anywhere else. */
export function fetchFor(slack: Slack): typeof fetch {
  return async (input, init) => {
    const asked = new URL(input instanceof Request ? input.url : String(input))
    const ours = asked.protocol === 'https:' && /^(www\.|hooks\.|files\.)?slack\.com$/.test(asked.hostname)
    if (!ours && asked.origin !== slack.url) throw new TypeError(`fetch failed: ${asked.host} is not Slack`)
    const url = `${slack.url}${asked.pathname}${asked.search}`
    return (await undiciFetch(url, init as Parameters<typeof undiciFetch>[1])) as unknown as Response
  }
}
