import { keep } from './kept.ts'
import { inBlocks, inMrkdwn, inNames } from './look.ts'
import type { Slack } from './slack.ts'
import type { Args, Channel, Ephemeral, Message } from './types.ts'

/** Notes whom a message notifies and where one can click in it: in its blocks, and in the text that stands for them. */
export function noticed(slack: Slack, method: string, channel: Channel, message: Message, args: Args): void {
  const { text, blocks, ts } = message
  const plain = args.mrkdwn === 'false' || args.mrkdwn === false
  const found = inBlocks(blocks ?? [], plain ? undefined : inMrkdwn(text))
  const linksNames = args.link_names === true || /^(1|true)$/.test(String(args.link_names)) || args.parse === 'full'
  if (linksNames) found.who.push(...inNames(text))
  for (const who of found.who) keep(slack.pings, { who, channel: channel.id, ts, method })
  for (const link of found.links) keep(slack.links, { ...link, channel: channel.id, ts })
}

/** How many private messages are remembered, for those who look; Slack's clients forget them when they reload. */
const KEPT = 50_000

/** Shows something to one person alone; answers with its ts. */
export function toPerson(
  slack: Slack,
  user: string,
  channel: Channel,
  said: Pick<Message, 'text' | 'blocks'>,
  thread: string | null,
): string {
  const { workspace } = slack
  const message: Ephemeral = {
    type: 'message',
    user: workspace.botUser,
    bot_id: workspace.botId,
    ts: workspace.stamps.next(),
    channel: channel.id,
    to: user,
    seq: 0,
    ...said,
    ...(thread ? { thread_ts: thread } : {}),
  }
  message.seq = slack.journal.note('private', channel, message, user)
  keep(slack.privately, message, KEPT)
  return message.ts
}
