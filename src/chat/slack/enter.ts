import { type Channel, channelById, type Got, joinChannel, makeChannel } from './channels.ts'
import { type ChannelDirectory, slackName } from './directory.ts'
import type { Api } from './parts.ts'

/** Why a channel cannot be had: the bot must be invited, somebody put it away, or Slack does not let it be made. */
export type Blocked = { why: 'invite' | 'archived' } | { why: 'refused'; error: string }
/** A channel that the bot is in, why it is not, or what came of a call that Slack did not answer. */
export type Entered = Exclude<Got<Channel>, { refused: string }> | { blocked: Blocked }

interface EnterParts {
  api: Api
  directory: ChannelDirectory
}

/**
 * Gets the bot into the channel that the station calls `name`: the one it remembers, one of that name, or a new one.
 * @param listing every channel that can be seen; asked for only where it is needed
 */
export async function enter(
  { api, directory }: EnterParts,
  name: string,
  listing: () => Promise<Got<Channel[]>>,
): Promise<Entered> {
  const id = directory.idOf(name)
  const known = id === null ? { refused: 'unknown' } : await channelById(api, id)
  if ('failed' in known) return known
  if ('got' in known) return inside(api, known.got)
  const all = await listing()
  if ('failed' in all) return all
  if ('refused' in all) return { blocked: { why: 'refused', error: all.refused } }
  const found = all.got.find((it) => it.name === slackName(name))
  if (found) return inside(api, found)
  // It was there once, so it is hidden from us, under another name perhaps: a second one would split the team.
  if (id !== null) return { blocked: { why: 'invite' } }
  const made = await makeChannel(api, slackName(name))
  if (!('refused' in made)) return made
  return { blocked: made.refused === 'name_taken' ? { why: 'invite' } : { why: 'refused', error: made.refused } }
}

async function inside(api: Api, channel: Channel): Promise<Entered> {
  if (channel.archived) return { blocked: { why: 'archived' } }
  if (channel.member) return { got: channel }
  const joined = await joinChannel(api, channel.id)
  if ('failed' in joined) return joined
  return 'refused' in joined ? { blocked: { why: 'invite' } } : { got: { ...channel, member: true } }
}
