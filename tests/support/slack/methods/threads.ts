import { textArg } from '../args.ts'
import { Declined } from '../declined.ts'
import { takesReplies } from '../people/noise.ts'
import type { Slack } from '../slack.ts'
import type { Args, Channel } from '../types.ts'

/**
 * The root of the thread that is meant, or null where it lands in the channel. A reply's ts means the thread of its root.
 * Where the root is gone, or never was, Slack does not fail the request but puts the reply in the channel, and its answer
 * has no `message.thread_ts` (slack-go/slack#1571).
 */
export function threadOf(slack: Slack, channel: Channel, args: Args): string | null {
  const wanted = textArg(args, 'thread_ts')
  if (wanted === '') return null
  // From memory: what is no ts at all is refused.
  if (!/^\d{9,10}\.\d{6}$/.test(wanted)) throw new Declined('invalid_thread_ts')
  const root = channel.byTs.get(wanted)
  if (!root && slack.missingThread === 'thread_not_found') throw new Declined('thread_not_found')
  if (root && !takesReplies(root)) throw new Declined('cannot_reply_to_message')
  return root ? (root.thread_ts ?? root.ts) : null
}
