import type { Logger } from 'pino'
import type { Premises } from '../chat.ts'
import type { Channel } from './channels.ts'
import { clip } from './draw/clip.ts'
import { inertSaid } from './draw/inert.ts'
import type { Api } from './parts.ts'

/** Slack's most for a topic and for a purpose (references of conversations.setTopic and setPurpose). */
const MOST = 250

/**
 * Says above a channel what it is about and when its programme is on. Only where it says something else: each time is
 * a message in the channel. Where Slack does not let us, the channel works all the same.
 */
export async function describe(
  { api, log }: { api: Api; log: Logger },
  channel: Channel,
  { topic, order }: Premises['channels'][number],
): Promise<void> {
  const wanted = [
    { method: 'conversations.setTopic', name: 'topic', is: channel.topic, to: topic },
    { method: 'conversations.setPurpose', name: 'purpose', is: channel.purpose, to: order },
  ]
  for (const { method, name, is, to } of wanted) {
    const line = clip(
      inertSaid(to ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
      MOST,
    )
    if (line === '' || line === is) continue
    const reply = await api.call(method, { channel: channel.id, [name]: line })
    if (reply.kind !== 'ok') log.info({ channel: channel.id, method, reply }, 'slack: a channel is not described')
  }
}
