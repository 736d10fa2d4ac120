import { flagArg, textArg } from '../args.ts'
import { Declined } from '../declined.ts'
import type { Method } from '../method.ts'
import { enters, exits } from '../people/channels.ts'
import { noise } from '../people/noise.ts'
import { shownChannel } from '../shapes.ts'
import { entered, manageScope, visible } from './find.ts'

/** conversations.create's errors for names: up to 80 characters, small letters, digits, hyphens, underscores. */
function checkedName(name: string): string {
  if (name === '') throw new Declined('invalid_name_required')
  if (name.length > 80) throw new Declined('invalid_name_maxlength')
  if (!/^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(name)) throw new Declined('invalid_name_specials')
  if (!/[\p{L}\p{N}]/u.test(name)) throw new Declined('invalid_name_punctuation')
  return name
}

const create: Method = {
  tier: 2,
  scopes: (args) => (flagArg(args, 'is_private') ? ['groups:write'] : ['channels:manage']),
  required: ['name'],
  run(slack, args) {
    const { workspace } = slack
    const name = checkedName(textArg(args, 'name'))
    // A name is taken by archived and by private channels too, which the bot cannot see.
    if (workspace.channelByName(name)) throw new Declined('name_taken')
    const kind = flagArg(args, 'is_private') ? 'private' : 'public'
    const channel = workspace.addChannel(name, kind, workspace.botUser, [workspace.botUser])
    return { channel: shownChannel(channel, workspace) }
  },
}

const join: Method = {
  tier: 3,
  scopes: ['channels:join'],
  required: ['channel'],
  run(slack, args) {
    const channel = visible(slack, textArg(args, 'channel'))
    if (channel.archived) throw new Declined('is_archived')
    if (channel.kind !== 'public') throw new Declined('method_not_supported_for_channel_type')
    const already = channel.members.has(slack.workspace.botUser)
    if (!already) enters(slack, slack.workspace.botUser, channel.id)
    return {
      channel: shownChannel(channel, slack.workspace),
      ...(already ? { warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } } : {}),
    }
  },
}

const leave: Method = {
  tier: 3,
  scopes: (args, slack) => manageScope(slack, args.channel),
  required: ['channel'],
  run(slack, args) {
    const channel = visible(slack, textArg(args, 'channel'))
    if (!channel.members.has(slack.workspace.botUser)) return { not_in_channel: true }
    exits(slack, slack.workspace.botUser, channel.id)
    return {}
  },
}

const setTopic: Method = {
  tier: 2,
  scopes: (args, slack) => manageScope(slack, args.channel, ['channels:write.topic']),
  required: ['channel', 'topic'],
  run(slack, args) {
    const channel = entered(slack, textArg(args, 'channel'))
    const topic = textArg(args, 'topic')
    if (topic.length > 250) throw new Declined('too_long')
    channel.topic = topic
    const by = slack.workspace.botUser
    noise(slack, channel, by, 'channel_topic', `<@${by}> set the channel topic: ${topic}`)
    return { topic, channel: shownChannel(channel, slack.workspace) }
  },
}

const setPurpose: Method = {
  tier: 2,
  scopes: (args, slack) => manageScope(slack, args.channel, ['channels:write.topic']),
  required: ['channel', 'purpose'],
  run(slack, args) {
    const channel = entered(slack, textArg(args, 'channel'))
    const purpose = textArg(args, 'purpose')
    if (purpose.length > 250) throw new Declined('too_long')
    channel.purpose = purpose
    const by = slack.workspace.botUser
    noise(slack, channel, by, 'channel_purpose', `<@${by}> set the channel description: ${purpose}`)
    return { purpose, channel: shownChannel(channel, slack.workspace) }
  },
}

const invite: Method = {
  tier: 3,
  scopes: (args, slack) => manageScope(slack, args.channel, ['channels:write.invites']),
  required: ['channel', 'users'],
  run(slack, args) {
    const channel = entered(slack, textArg(args, 'channel'))
    for (const user of textArg(args, 'users').split(',')) {
      if (!slack.workspace.people.has(user)) throw new Declined('user_not_found')
      if (user === slack.workspace.botUser) throw new Declined('cant_invite_self')
      if (channel.members.has(user)) throw new Declined('already_in_channel')
      enters(slack, user, channel.id)
    }
    return { channel: shownChannel(channel, slack.workspace) }
  },
}

const open: Method = {
  tier: 3,
  scopes: (args) => (textArg(args, 'users').includes(',') ? ['mpim:write'] : ['im:write']),
  run(slack, args) {
    const users = textArg(args, 'users')
    const known = textArg(args, 'channel')
    if (users === '' && known === '') throw new Declined('users_list_not_supplied')
    if (known !== '') return { channel: { id: visible(slack, known).id } }
    if (users.includes(',')) throw new Declined('not_enough_users')
    const person = slack.workspace.people.get(users)
    if (!person) throw new Declined('user_not_found')
    if (person.deleted) throw new Declined('user_disabled')
    const channel = slack.workspace.im(users)
    return { channel: flagArg(args, 'return_im') ? shownChannel(channel, slack.workspace) : { id: channel.id } }
  },
}

export const channelMethods: Record<string, Method> = {
  'conversations.create': create,
  'conversations.join': join,
  'conversations.leave': leave,
  'conversations.setTopic': setTopic,
  'conversations.setPurpose': setPurpose,
  'conversations.invite': invite,
  'conversations.open': open,
}
