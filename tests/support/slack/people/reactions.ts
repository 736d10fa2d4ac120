import { Declined } from '../declined.ts'
import type { FakeSlack } from '../fake.ts'
import type { Channel, Message } from '../types.ts'

/** Puts a reaction under a message and tells the app, of its own too. */
export function reacted(slack: FakeSlack, user: string, channel: Channel, message: Message, name: string): void {
  message.reactions ??= []
  const known = message.reactions.find((one) => one.name === name)
  if (known?.users.includes(user)) throw new Declined('already_reacted')
  if (known) {
    known.users.push(user)
    known.count++
  } else message.reactions.push({ name, users: [user], count: 1 })
  tell(slack, 'reaction_added', user, channel, message, name)
}

export function unreacted(slack: FakeSlack, user: string, channel: Channel, message: Message, name: string): void {
  const known = message.reactions?.find((one) => one.name === name && one.users.includes(user))
  if (!known) throw new Declined('no_reaction')
  known.users.splice(known.users.indexOf(user), 1)
  known.count--
  if (known.count === 0) message.reactions?.splice(message.reactions.indexOf(known), 1)
  tell(slack, 'reaction_removed', user, channel, message, name)
}

function tell(
  slack: FakeSlack,
  type: string,
  user: string,
  channel: Channel,
  message: Message,
  reaction: string,
): void {
  if (!channel.members.has(slack.workspace.botUser)) return
  const item = { type: 'message', channel: channel.id, ts: message.ts }
  slack.events.tell(type, { type, user, reaction, item, ...(message.user ? { item_user: message.user } : {}) })
}
