import { flagArg, textArg } from '../args.ts'
import { Declined } from '../declined.ts'
import { stampOrder } from '../ids.ts'
import type { Method } from '../method.ts'
import { shownMessage } from '../shapes.ts'
import type { Args, Message } from '../types.ts'
import { scopeByKind, visible } from './find.ts'
import { pageOf } from './paging.ts'

const history: Method = {
  tier: 3,
  scopes: (args, slack) => scopeByKind(slack, args.channel, 'history'),
  required: ['channel'],
  run(slack, args) {
    const channel = visible(slack, textArg(args, 'channel'))
    if (!channel.members.has(slack.workspace.botUser)) throw new Declined('not_in_channel')
    return answer(between(channel.roots, args).reverse(), args, 100, 999)
  },
}

/** Oldest first, the root on top of the first page, also where `oldest` would leave it out: from memory. */
const replies: Method = {
  tier: 3,
  scopes: (args, slack) => scopeByKind(slack, args.channel, 'history'),
  required: ['channel', 'ts'],
  run(slack, args) {
    const channel = visible(slack, textArg(args, 'channel'))
    if (!channel.members.has(slack.workspace.botUser)) throw new Declined('not_in_channel')
    const wanted = channel.byTs.get(textArg(args, 'ts'))
    const root = wanted && channel.byTs.get(wanted.thread_ts ?? wanted.ts)
    if (!root) throw new Declined('thread_not_found')
    if (wanted !== root) return answer([wanted], args, 1000, 1000)
    return answer([root, ...between(channel.threads.get(root.ts) ?? [], args)], args, 1000, 1000)
  },
}

function answer(messages: Message[], args: Args, usual: number, most: number): Record<string, unknown> {
  const { page, cursor } = pageOf(messages, args, usual, most)
  return {
    messages: page.map((message) => shownMessage(message, flagArg(args, 'include_all_metadata'))),
    has_more: cursor !== '',
    pin_count: 0,
    ...(cursor ? { response_metadata: { next_cursor: cursor } } : {}),
  }
}

/** Within `oldest` and `latest`, the borders themselves only with `inclusive`. */
function between(messages: readonly Message[], args: Args): Message[] {
  const oldest = textArg(args, 'oldest')
  const latest = textArg(args, 'latest')
  const inclusive = flagArg(args, 'inclusive')
  if (oldest === '' && latest === '') return [...messages]
  if (oldest !== '' && !/^\d+(\.\d+)?$/.test(oldest)) throw new Declined('invalid_ts_oldest')
  if (latest !== '' && latest !== 'now' && !/^\d+(\.\d+)?$/.test(latest)) throw new Declined('invalid_ts_latest')
  return messages.filter(({ ts }) => {
    const low = oldest === '' ? 1 : stampOrder(ts, oldest)
    const high = latest === '' || latest === 'now' ? -1 : stampOrder(ts, latest)
    return inclusive ? low >= 0 && high <= 0 : low > 0 && high < 0
  })
}

export const historyMethods: Record<string, Method> = {
  'conversations.history': history,
  'conversations.replies': replies,
}
