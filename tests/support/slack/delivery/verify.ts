import { randomBytes } from 'node:crypto'
import type { Slack } from '../slack.ts'

/** Sends the challenge of `url_verification`; true where it comes back (docs.slack.dev/reference/events/url_verification). */
export async function verifiesUrl(slack: Slack): Promise<boolean> {
  const challenge = randomBytes(20).toString('hex')
  const payload = { token: 'verification-token-of-old', challenge, type: 'url_verification' }
  const delivery = { type: 'events_api' as const, id: 'url_verification', about: 'url_verification', payload }
  const taken = await slack.send(delivery, { attempt: 0, reason: '' })
  const { challenge: answered, text } = (taken.acked && taken.body) || {}
  return answered === challenge || text === challenge
}
