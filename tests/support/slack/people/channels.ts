import type { Slack } from '../slack.ts'
import type { Channel } from '../types.ts'
import { noise } from './noise.ts'

export interface NewChannel {
  private?: boolean
  members?: string[]
  /** Whether the bot is in it; false unless it says so. */
  botIn?: boolean
}

export function channel(slack: Slack, name: string, asked: NewChannel = {}): string {
  const { workspace } = slack
  if (workspace.channelByName(name)) throw new Error(`#${name} exists`)
  const members = (asked.members ?? []).map((one) => workspace.person(one).id)
  const made = workspace.addChannel(name, asked.private ? 'private' : 'public', members[0] ?? 'USLACKBOT', members)
  if (asked.botIn) enters(slack, workspace.botUser, made.id)
  return made.id
}

/** Somebody enters a channel; the app hears of it where it is there, as of its own entry. */
export function enters(slack: Slack, who: string, where: string): void {
  const { workspace } = slack
  const user = workspace.person(who).id
  const found = workspace.channel(where)
  if (found.members.has(user)) return
  found.members.add(user)
  moved(slack, 'member_joined_channel', user, found)
  noise(slack, found, user, 'channel_join', `<@${user}> has joined the channel`)
}

export function exits(slack: Slack, who: string, where: string): void {
  const { workspace } = slack
  const user = workspace.person(who).id
  const found = workspace.channel(where)
  if (!found.members.has(user)) return
  moved(slack, 'member_left_channel', user, found)
  noise(slack, found, user, 'channel_leave', `<@${user}> has left the channel`)
  found.members.delete(user)
  const gone = found.kind === 'private' ? 'group_left' : 'channel_left'
  if (user === workspace.botUser) slack.events.tell(gone, { type: gone, channel: found.id, actor_id: 'USLACKBOT' })
}

function moved(slack: Slack, type: string, user: string, { id, kind, members }: Channel): void {
  const { workspace } = slack
  if (!members.has(workspace.botUser)) return
  slack.events.tell(type, {
    type,
    user,
    channel: id,
    channel_type: kind === 'private' ? 'G' : 'C',
    team: workspace.id,
    inviter: user,
  })
}

export function renames(slack: Slack, where: string, name: string): void {
  const found = slack.workspace.channel(where)
  noise(slack, found, 'USLACKBOT', 'channel_name', `has renamed the channel from "${found.name}" to "${name}"`)
  found.name = name
  const type = found.kind === 'private' ? 'group_rename' : 'channel_rename'
  slack.events.tell(type, { type, channel: { id: found.id, name, created: found.created } })
}

export function archives(slack: Slack, where: string, archived = true): void {
  const found = slack.workspace.channel(where)
  if (archived) noise(slack, found, 'USLACKBOT', 'channel_archive', 'archived the channel')
  found.archived = archived
  const type = `${found.kind === 'private' ? 'group' : 'channel'}_${archived ? 'archive' : 'unarchive'}`
  slack.events.tell(type, { type, channel: found.id, user: 'USLACKBOT' })
}
