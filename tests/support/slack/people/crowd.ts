import { newId } from '../ids.ts'
import { shownGroup, shownPerson } from '../shapes.ts'
import type { Slack } from '../slack.ts'
import type { Channel } from '../types.ts'
import { noise } from './noise.ts'

/** How a person is known in the workspace; `groups` by handle, `channels` by name. */
export interface NewPerson {
  name: string
  realName?: string
  displayName?: string
  locale?: string
  groups?: string[]
  channels?: string[]
}

export function person(slack: Slack, { groups = [], channels = [], ...known }: NewPerson): string {
  const { id } = slack.workspace.addPerson(known)
  for (const handle of groups) joins(slack, id, handle)
  for (const name of channels) enters(slack, id, name)
  return id
}

/** A user group with these members; made where there is none. */
export function group(slack: Slack, handle: string, members: string[] = []): string {
  const { workspace } = slack
  const known = [...workspace.groups.values()].find((one) => one.handle === handle)
  const users = new Set(members.map((one) => workspace.person(one).id))
  const made = known ?? { id: newId('S'), handle, name: handle, users: new Set<string>(), disabled: false, updated: 0 }
  workspace.groups.set(made.id, made)
  membership(
    slack,
    made.id,
    [...users].filter((one) => !made.users.has(one)),
    [...made.users].filter((one) => !users.has(one)),
  )
  return made.id
}

export function joins(slack: Slack, who: string, handle: string): void {
  const known = [...slack.workspace.groups.values()].find((one) => one.handle === handle || one.id === handle)
  membership(slack, known?.id ?? group(slack, handle), [slack.workspace.person(who).id], [])
}

export function leaves(slack: Slack, who: string, handle: string): void {
  membership(slack, slack.workspace.group(handle).id, [], [slack.workspace.person(who).id])
}

function membership(slack: Slack, id: string, added: string[], removed: string[]): void {
  const { workspace } = slack
  const found = workspace.group(id)
  if (added.length === 0 && removed.length === 0) return
  for (const user of added) found.users.add(user)
  for (const user of removed) found.users.delete(user)
  const before = found.updated
  found.updated = Math.floor(slack.clock.now() / 1000)
  slack.events.tell('subteam_members_changed', {
    type: 'subteam_members_changed',
    subteam_id: id,
    team_id: workspace.id,
    date_previous_update: before,
    date_update: found.updated,
    added_users: added,
    added_users_count: added.length,
    removed_users: removed,
    removed_users_count: removed.length,
  })
  slack.events.tell('subteam_updated', { type: 'subteam_updated', subteam: shownGroup(found, workspace, true) })
}

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

/** Somebody's profile changes, or his account is switched off. */
export function changes(
  slack: Slack,
  who: string,
  what: { displayName?: string; realName?: string; locale?: string; deleted?: boolean },
): void {
  const found = slack.workspace.person(who)
  Object.assign(found, what)
  slack.events.tell('user_change', {
    type: 'user_change',
    user: shownPerson(found, slack.workspace, true),
    cache_ts: Math.floor(slack.clock.now() / 1000),
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
