import { escaped } from './people/escape.ts'
import type { Channel, Group, Message, Person, View } from './types.ts'
import type { Workspace } from './workspace.ts'

/** How Slack shows its things in answers and events. */

export function shownChannel(channel: Channel, workspace: Workspace): Record<string, unknown> {
  const common = {
    id: channel.id,
    created: channel.created,
    is_archived: channel.archived,
    updated: channel.created * 1000,
  }
  if (channel.kind === 'im') {
    const user = [...channel.members].find((one) => one !== workspace.botUser)
    return { ...common, is_im: true, user, is_user_deleted: false, priority: 0 }
  }
  // Topic and purpose come back escaped.
  const told = (value: string) => ({
    value: escaped(value),
    creator: value ? channel.creator : '',
    last_set: value ? channel.created : 0,
  })
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_general: false,
    is_shared: false,
    is_org_shared: false,
    is_ext_shared: false,
    is_member: channel.members.has(workspace.botUser),
    creator: channel.creator,
    context_team_id: workspace.id,
    topic: told(channel.topic),
    purpose: told(channel.purpose),
    previous_names: [],
    num_members: channel.members.size,
  }
}

/** A person as `users.info` shows one; `locale` only where it was asked for. */
export function shownPerson(person: Person, workspace: Workspace, withLocale: boolean): Record<string, unknown> {
  return {
    id: person.id,
    team_id: workspace.id,
    name: person.name,
    deleted: person.deleted,
    real_name: person.realName,
    tz: 'Europe/Amsterdam',
    tz_label: 'Central European Time',
    tz_offset: 3600,
    profile: {
      real_name: person.realName,
      real_name_normalized: person.realName,
      display_name: person.displayName,
      display_name_normalized: person.displayName,
      team: workspace.id,
      ...(person.bot ? { bot_id: workspace.botId, api_app_id: workspace.appId } : {}),
    },
    is_admin: false,
    is_owner: false,
    is_restricted: false,
    is_bot: person.bot,
    is_app_user: false,
    updated: 0,
    ...(withLocale ? { locale: person.locale } : {}),
  }
}

export function shownGroup(group: Group, workspace: Workspace, withUsers: boolean): Record<string, unknown> {
  return {
    id: group.id,
    team_id: workspace.id,
    is_usergroup: true,
    is_subteam: true,
    name: group.name,
    description: '',
    handle: group.handle,
    is_external: false,
    date_create: group.updated,
    date_update: group.updated,
    date_delete: group.disabled ? group.updated : 0,
    auto_type: null,
    auto_provision: false,
    created_by: workspace.botUser,
    updated_by: workspace.botUser,
    deleted_by: null,
    prefs: { channels: [], groups: [] },
    user_count: group.users.size,
    ...(withUsers ? { users: [...group.users] } : {}),
  }
}

/** A message as others get it: metadata only where it was asked for. */
export function shownMessage(message: Message, withMetadata = false): Message {
  const { metadata, ...rest } = message
  return withMetadata && metadata ? { ...rest, metadata } : rest
}

export function shownView(view: View, workspace: Workspace): Record<string, unknown> {
  const { user: _, ...rest } = view
  return {
    ...rest,
    team_id: workspace.id,
    app_id: workspace.appId,
    bot_id: workspace.botId,
    app_installed_team_id: workspace.id,
  }
}
