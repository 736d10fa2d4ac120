import type { Slack } from '../slack.ts'
import type { Channel, Message } from '../types.ts'

/**
 * What Slack itself writes in a channel when somebody comes, goes, or changes its name or topic: messages with a
 * subtype, in the history and among the events. Left out unless a run asks for it. Texts from memory.
 */
export function noise(slack: Slack, channel: Channel, user: string, subtype: string, text: string): void {
  if (slack.options.noise !== true || channel.kind === 'im') return
  const { workspace } = slack
  const kind = channel.kind === 'private' ? subtype.replace('channel_', 'group_') : subtype
  const message: Message = { type: 'message', subtype: kind, user, ts: workspace.stamps.next(), text }
  workspace.place(channel, message)
  slack.events.message(channel, message)
}

/** Whether a message may have a thread: those that Slack wrote may not. */
export const takesReplies = ({ subtype = '' }: Message): boolean => !/^(channel|group)_/.test(subtype)
