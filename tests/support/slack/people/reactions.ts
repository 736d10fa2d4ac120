import { Declined } from '../declined.ts'
import type { Slack } from '../slack.ts'
import type { Channel, Message } from '../types.ts'
import { placeOf } from './messages.ts'

/** Somebody reacts to a message. */
export function reacts(slack: Slack, who: string, where: string, ts: string, name: string): void {
  const user = slack.workspace.person(who).id
  const channel = placeOf(slack, user, where)
  reacted(slack, user, channel, existing(channel, ts), name)
}

export function unreacts(slack: Slack, who: string, where: string, ts: string, name: string): void {
  const channel = slack.workspace.channel(where)
  unreacted(slack, slack.workspace.person(who).id, channel, existing(channel, ts), name)
}

function existing(channel: Channel, ts: string): Message {
  const message = channel.byTs.get(ts)
  if (!message) throw new Error(`no message ${ts} in #${channel.name}`)
  return message
}

/** Puts a reaction under a message and tells the app, of its own too. */
export function reacted(slack: Slack, user: string, channel: Channel, message: Message, name: string): void {
  message.reactions ??= []
  const known = message.reactions.find((one) => one.name === name)
  if (known?.users.includes(user)) throw new Declined('already_reacted')
  if (known) {
    known.users.push(user)
    known.count++
  } else message.reactions.push({ name, users: [user], count: 1 })
  tell(slack, 'reaction_added', user, channel, message, name)
}

export function unreacted(slack: Slack, user: string, channel: Channel, message: Message, name: string): void {
  const known = message.reactions?.find((one) => one.name === name && one.users.includes(user))
  if (!known) throw new Declined('no_reaction')
  known.users.splice(known.users.indexOf(user), 1)
  known.count--
  if (known.count === 0) message.reactions?.splice(message.reactions.indexOf(known), 1)
  tell(slack, 'reaction_removed', user, channel, message, name)
}

function tell(slack: Slack, type: string, user: string, channel: Channel, message: Message, reaction: string): void {
  if (!channel.members.has(slack.workspace.botUser)) return
  const item = { type: 'message', channel: channel.id, ts: message.ts }
  slack.events.tell(type, { type, user, reaction, item, ...(message.user ? { item_user: message.user } : {}) })
}
