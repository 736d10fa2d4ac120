import { flagArg, jsonArg, textArg } from '../args.ts'
import { Declined } from '../declined.ts'
import type { Method } from '../method.ts'
import { noticed, toPerson } from '../notice.ts'
import { shownMessage } from '../shapes.ts'
import type { Slack } from '../slack.ts'
import type { Channel, Message } from '../types.ts'
import { content, MOST_TEXT, MOST_TEXT_IN_UPDATE } from './content.ts'
import { entered, messageIn, visible } from './find.ts'
import { threadOf } from './threads.ts'

/** chat.postMessage takes a name as well as an id, and a person's id for the conversation with the bot. */
function addressed(slack: Slack, wanted: string): Channel {
  const person = slack.workspace.people.get(wanted)
  if (person?.bot) throw new Declined('cannot_dm_bot')
  if (person) return slack.workspace.im(person.id)
  const named = /^[CGD][A-Z0-9]{8,}$/.test(wanted) ? undefined : slack.workspace.channelByName(wanted)
  return entered(slack, named?.id ?? wanted)
}

export const postMessage: Method = {
  tier: 'own',
  // Another name or face than the app's own has a scope of its own.
  scopes: ({ username, icon_emoji: emoji, icon_url: icon }) =>
    username || emoji || icon ? ['chat:write.customize'] : ['chat:write'],
  required: ['channel'],
  run(slack, args) {
    const channel = addressed(slack, textArg(args, 'channel'))
    // From memory: the app's own conversation has to be switched on in its manifest.
    const withPerson = channel.kind === 'im' && slack.manifest.features?.app_home?.messages_tab_enabled !== true
    if (withPerson) throw new Declined('messages_tab_disabled')
    const wait = slack.limits.forMessage(channel.id)
    if (wait > 0) throw new Declined('ratelimited', { retryAfter: wait })
    const { workspace } = slack
    const said = content(args)
    const thread = threadOf(slack, channel, args)
    const message: Message = {
      type: 'message',
      user: workspace.botUser,
      ts: workspace.stamps.next(),
      bot_id: workspace.botId,
      app_id: workspace.appId,
      team: workspace.id,
      ...said,
      ...(thread ? { thread_ts: thread } : {}),
    }
    if (thread && flagArg(args, 'reply_broadcast')) message.subtype = 'thread_broadcast'
    workspace.place(channel, message)
    noticed(slack, 'chat.postMessage', channel, message, args)
    slack.events.message(channel, message)
    return { channel: channel.id, ts: message.ts, message: shownMessage(message) }
  },
}

export const update: Method = {
  tier: 3,
  scopes: ['chat:write'],
  required: ['channel', 'ts'],
  run(slack, args) {
    const channel = entered(slack, textArg(args, 'channel'))
    const message = messageIn(channel, textArg(args, 'ts'))
    if (message.bot_id !== slack.workspace.botId) throw new Declined('cant_update_message')
    if (slack.editWindowClosed) throw new Declined('edit_window_closed')
    // From the reference: without `blocks` the old ones stay where there is no `text`, and go where there is one;
    // metadata that is not given stays.
    const said = content(args, jsonArg(args, 'blocks') === undefined ? MOST_TEXT_IN_UPDATE : MOST_TEXT)
    const before = shownMessage({ ...message })
    message.text = said.text || message.text
    if (said.blocks) message.blocks = said.blocks
    else delete message.blocks
    if (said.metadata) message.metadata = said.metadata
    // "If blocks are used … the edited flag will not be displayed": from the reference.
    if (!said.blocks) message.edited = { user: slack.workspace.botUser, ts: slack.workspace.stamps.next() }
    noticed(slack, 'chat.update', channel, message, args)
    slack.events.changed(channel, message, before)
    return { channel: channel.id, ts: message.ts, text: message.text, message: shownMessage(message) }
  },
}

export const remove: Method = {
  tier: 3,
  scopes: ['chat:write'],
  required: ['channel', 'ts'],
  run(slack, args) {
    const channel = entered(slack, textArg(args, 'channel'))
    const message = messageIn(channel, textArg(args, 'ts'))
    if (message.bot_id !== slack.workspace.botId) throw new Declined('cant_delete_message')
    slack.events.deleted(channel, message)
    return { channel: channel.id, ts: message.ts }
  },
}

export const postEphemeral: Method = {
  tier: 4,
  scopes: ['chat:write'],
  required: ['channel', 'user'],
  run(slack, args) {
    const channel = entered(slack, textArg(args, 'channel'))
    const user = textArg(args, 'user')
    if (!slack.workspace.people.has(user) || !channel.members.has(user)) throw new Declined('user_not_in_channel')
    const { metadata: _, ...said } = content(args)
    const thread = threadOf(slack, channel, args)
    const ts = toPerson(slack, user, channel, said, thread)
    noticed(slack, 'chat.postEphemeral', channel, { type: 'message', ts, ...said }, args)
    return { message_ts: ts }
  },
}

export const getPermalink: Method = {
  tier: 'special',
  scopes: [],
  required: ['channel', 'message_ts'],
  run(slack, args) {
    const channel = visible(slack, textArg(args, 'channel'))
    const message = messageIn(channel, textArg(args, 'message_ts'))
    const base = `https://${slack.workspace.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}`
    const inThread = message.thread_ts && message.thread_ts !== message.ts
    return {
      channel: channel.id,
      permalink: inThread ? `${base}?thread_ts=${message.thread_ts}&cid=${channel.id}` : base,
    }
  },
}

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.delete': remove,
  'chat.postEphemeral': postEphemeral,
  'chat.getPermalink': getPermalink,
}
