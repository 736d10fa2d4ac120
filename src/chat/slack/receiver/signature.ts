import { verifySlackRequest } from '@slack/bolt'
import { MINUTE, SECOND } from '../../../model/clock.ts'
import type { RawRequest } from '../../chat.ts'

/**
 * Whether a request comes from Slack: its signature over the bytes that came, and a moment that is not far from ours.
 * Bolt refuses one of five minutes ago; one from the future it would take, and again and again until then.
 * @param now UTC ms
 */
export function isFromSlack({ headers, body }: RawRequest, secret: string, now: number): boolean {
  const timestamp = headers['x-slack-request-timestamp'] ?? ''
  const signature = headers['x-slack-signature'] ?? ''
  if (!/^\d{1,12}$/.test(timestamp) || signature === '') return false
  if (Number(timestamp) * SECOND - now > 5 * MINUTE) return false
  try {
    verifySlackRequest({
      signingSecret: secret,
      body,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(timestamp) },
      nowMilliseconds: now,
    })
    return true
  } catch {
    return false
  }
}
