import { flagArg, textArg } from '../args.ts'
import { Declined } from '../declined.ts'
import type { Method } from '../method.ts'
import { shownChannel } from '../shapes.ts'
import type { Slack } from '../slack.ts'
import type { Args } from '../types.ts'
import { scopeByKind, visible } from './find.ts'
import { pageOf } from './paging.ts'

const SCOPE_OF_TYPE: Readonly<Record<string, string>> = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
}
const TYPE_OF_KIND = { public: 'public_channel', private: 'private_channel', im: 'im' } as const

const wantedTypes = (args: Args): string[] =>
  (textArg(args, 'types') || 'public_channel').split(',').map((one) => one.trim())

/** Every type needs its own scope, so the first that is missing decides. */
function scopesOfTypes(args: Args, slack: Slack): string[] {
  for (const type of wantedTypes(args)) {
    const scope = SCOPE_OF_TYPE[type]
    if (!scope) throw new Declined('invalid_types')
    if (!slack.tokens.scopes.has(scope)) return [scope]
  }
  return []
}

const list = (onlyMine: boolean): Method => ({
  tier: onlyMine ? 3 : 2,
  scopes: scopesOfTypes,
  run(slack, args) {
    const types = wantedTypes(args)
    const mine = textArg(args, 'user') || slack.workspace.botUser
    const all = [...slack.workspace.channels.values()].filter((channel) => {
      if (!types.includes(TYPE_OF_KIND[channel.kind])) return false
      if (flagArg(args, 'exclude_archived') && channel.archived) return false
      if (onlyMine && !channel.members.has(mine)) return false
      return channel.kind === 'public' || channel.members.has(slack.workspace.botUser)
    })
    const { page, cursor } = pageOf(all, args, 100, 1000)
    return {
      channels: page.map((channel) => shownChannel(channel, slack.workspace)),
      response_metadata: { next_cursor: cursor },
    }
  },
})

const info: Method = {
  tier: 3,
  scopes: (args, slack) => scopeByKind(slack, args.channel, 'read'),
  required: ['channel'],
  run: (slack, args) => ({ channel: shownChannel(visible(slack, textArg(args, 'channel')), slack.workspace) }),
}

const members: Method = {
  tier: 4,
  scopes: (args, slack) => scopeByKind(slack, args.channel, 'read'),
  required: ['channel'],
  run(slack, args) {
    const { page, cursor } = pageOf([...visible(slack, textArg(args, 'channel')).members], args, 100, 1000)
    return { members: page, response_metadata: { next_cursor: cursor } }
  },
}

export const conversationMethods: Record<string, Method> = {
  'conversations.list': list(false),
  'users.conversations': list(true),
  'conversations.info': info,
  'conversations.members': members,
}
