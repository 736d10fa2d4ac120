export { faultsOf } from './manifest-faults.ts'

/** The parts of an app's manifest that decide what Slack lets the app do and tells it. */
export interface AppManifest {
  display_information?: { name: string; description?: string; long_description?: string }
  features?: {
    app_home?: {
      home_tab_enabled?: boolean
      messages_tab_enabled?: boolean
      messages_tab_read_only_enabled?: boolean
    }
    bot_user?: { display_name: string }
    shortcuts?: { type: 'global' | 'message'; name: string; callback_id: string; description?: string }[]
    slash_commands?: {
      command: string
      description?: string
      usage_hint?: string
      url?: string
      should_escape?: boolean
    }[]
  }
  oauth_config?: { scopes?: { bot?: readonly string[] } }
  settings?: {
    event_subscriptions?: { bot_events?: readonly string[]; request_url?: string }
    interactivity?: { is_enabled: boolean; request_url?: string }
    socket_mode_enabled?: boolean
  }
}

/** What the app may and hears until somebody installs a manifest. */
export const DEFAULT_MANIFEST: AppManifest = {
  features: { app_home: { home_tab_enabled: true, messages_tab_enabled: true } },
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
