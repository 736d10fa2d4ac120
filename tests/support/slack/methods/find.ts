import { Declined } from '../declined.ts'
import type { Slack } from '../slack.ts'
import type { Channel, Message } from '../types.ts'

/** A channel as the bot sees it: a private one without the bot in it is not there at all. */
export function visible(slack: Slack, id: string): Channel {
  const channel = slack.workspace.channels.get(id)
  if (!channel || (channel.kind !== 'public' && !channel.members.has(slack.workspace.botUser))) {
    throw new Declined('channel_not_found')
  }
  return channel
}

/** One in which the bot may act. */
export function entered(slack: Slack, id: string): Channel {
  const channel = visible(slack, id)
  if (channel.archived) throw new Declined('is_archived')
  if (!channel.members.has(slack.workspace.botUser)) throw new Declined('not_in_channel')
  return channel
}

export function messageIn(channel: Channel, ts: string): Message {
  const message = channel.byTs.get(ts)
  if (!message || message.subtype === 'tombstone') throw new Declined('message_not_found')
  return message
}

/** The scope for a kind of conversation: `channels:history`, `groups:history`, `im:history`. */
export function scopeByKind(slack: Slack, id: unknown, act: string): string[] {
  const kind = slack.workspace.channels.get(String(id ?? ''))?.kind
  return [`${kind === 'private' ? 'groups' : kind === 'im' ? 'im' : 'channels'}:${act}`]
}

/** Changing a channel: `channels:manage` for public ones, `groups:write` for private ones. */
export function manageScope(slack: Slack, id: unknown, narrower: string[] = []): string[] {
  const kind = slack.workspace.channels.get(String(id ?? ''))?.kind
  if (kind === 'private') return ['groups:write', ...narrower.map((one) => one.replace('channels:', 'groups:'))]
  return kind === 'im' ? ['im:write'] : ['channels:manage', ...narrower]
}
