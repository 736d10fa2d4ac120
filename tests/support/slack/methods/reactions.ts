import { textArg } from '../args.ts'
import { Declined } from '../declined.ts'
import type { Method } from '../method.ts'
import { reacted, unreacted } from '../people/reactions.ts'
import { entered, messageIn } from './find.ts'

const add: Method = {
  tier: 3,
  scopes: ['reactions:write'],
  required: ['name'],
  run(slack, args) {
    const channel = entered(slack, textArg(args, 'channel'))
    if (textArg(args, 'timestamp') === '') throw new Declined('no_item_specified')
    const message = messageIn(channel, textArg(args, 'timestamp'))
    const name = textArg(args, 'name').replaceAll(':', '')
    if (!/^[\p{L}\p{N}_+'-]+$/u.test(name)) throw new Declined('invalid_name')
    reacted(slack, slack.workspace.botUser, channel, message, name)
    return {}
  },
}

const remove: Method = {
  tier: 2,
  scopes: ['reactions:write'],
  required: ['name'],
  run(slack, args) {
    const channel = entered(slack, textArg(args, 'channel'))
    const message = messageIn(channel, textArg(args, 'timestamp'))
    unreacted(slack, slack.workspace.botUser, channel, message, textArg(args, 'name'))
    return {}
  },
}

export const reactionMethods: Record<string, Method> = { 'reactions.add': add, 'reactions.remove': remove }
