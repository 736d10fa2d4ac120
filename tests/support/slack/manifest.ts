/** The parts of an app's manifest that decide what Slack lets the app do and tells it. */
export interface AppManifest {
  features?: {
    app_home?: { home_tab_enabled?: boolean; messages_tab_enabled?: boolean }
    shortcuts?: { type: 'global' | 'message'; name: string; callback_id: string }[]
    slash_commands?: { command: string; url?: string; should_escape?: boolean }[]
    [key: string]: unknown
  }
  oauth_config?: { scopes?: { bot?: readonly string[] } }
  settings?: {
    event_subscriptions?: { bot_events?: readonly string[]; request_url?: string }
    interactivity?: { is_enabled: boolean; request_url?: string }
    socket_mode_enabled?: boolean
    [key: string]: unknown
  }
  [key: string]: unknown
}

/** The scope without which an event is not sent; from the reference page of each event. */
export const SCOPE_OF_EVENT: Readonly<Record<string, string | null>> = {
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  app_home_opened: null,
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
  subteam_members_changed: 'usergroups:read',
  subteam_updated: 'usergroups:read',
  subteam_created: 'usergroups:read',
  member_joined_channel: 'channels:read',
  member_left_channel: 'channels:read',
  channel_created: 'channels:read',
  channel_rename: 'channels:read',
  channel_archive: 'channels:read',
  channel_unarchive: 'channels:read',
  channel_deleted: 'channels:read',
  channel_left: 'channels:read',
  group_left: 'groups:read',
  group_rename: 'groups:read',
  group_archive: 'groups:read',
  group_unarchive: 'groups:read',
  user_change: 'users:read',
  team_join: 'users:read',
  tokens_revoked: null,
  app_uninstalled: null,
}

/** What the app may and hears until somebody installs a manifest. */
export const DEFAULT_MANIFEST: AppManifest = {
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    shortcuts: [],
    slash_commands: [],
  },
  oauth_config: {
    scopes: {
      bot: [
        ...['chat:write', 'commands', 'app_mentions:read', 'channels:history', 'groups:history', 'im:history'],
        ...['channels:read', 'groups:read', 'channels:manage', 'channels:join', 'groups:write', 'users:read'],
        ...['usergroups:read', 'files:write', 'reactions:read', 'reactions:write', 'im:write', 'team:read'],
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        ...['app_mention', 'message.channels', 'message.groups', 'message.im', 'app_home_opened', 'reaction_added'],
        ...['reaction_removed', 'subteam_members_changed', 'subteam_updated', 'member_joined_channel', 'user_change'],
        ...['member_left_channel', 'channel_rename', 'channel_archive', 'channel_unarchive', 'channel_left'],
        ...['group_left', 'group_rename', 'tokens_revoked', 'app_uninstalled'],
      ],
    },
    interactivity: { is_enabled: true },
  },
}

/** What Slack's page says of a manifest that it does not take; empty for one that it takes. */
export function faultsOf(manifest: AppManifest): string[] {
  const scopes = new Set(manifest.oauth_config?.scopes?.bot ?? [])
  const faults: string[] = []
  for (const event of manifest.settings?.event_subscriptions?.bot_events ?? []) {
    const scope = SCOPE_OF_EVENT[event]
    if (scope === undefined) faults.push(`unknown event ${event}`)
    else if (scope && !scopes.has(scope)) faults.push(`the event ${event} needs the scope ${scope}`)
  }
  const commands = manifest.features?.slash_commands ?? []
  if (commands.length > 0 && !scopes.has('commands')) faults.push('slash commands need the scope commands')
  if (commands.length > 50) faults.push('at most 50 slash commands')
  for (const { command } of commands) {
    if (!/^\/[\p{Ll}\p{N}_-]{1,31}$/u.test(command)) faults.push(`${command} is no name for a slash command`)
  }
  return faults
}
