/**
 * What the app may do in a workspace: the least with which the station works, each with its reason
 * (docs.slack.dev/reference/scopes). What is not here: to read files, to write as somebody else, to see e-mail addresses.
 */
const REASONS = {
  'chat:write': 'opens threads, answers in them, revises cards, answers one person alone',
  commands: 'the slash commands and the message shortcut',
  'channels:history': 'reads what is typed in threads of public channels, and finds its own messages again',
  'groups:history': 'the same in private channels that it was invited to',
  'im:history': 'reads what somebody writes to it directly',
  'channels:read': 'finds the programme channels, and hears that it was invited to one',
  'groups:read': 'the same for private channels',
  'channels:join': 'goes into the public programme channels by itself',
  'channels:manage': 'makes the programme channels that are missing, and sets their topic',
  'groups:write.topic': 'sets the topic of a private programme channel; it makes none',
  'im:write': 'opens the direct conversation in which it tells one person something',
  'users:read': 'the name, the initials and the language of who acts',
  'usergroups:read': 'which roles somebody has: who is in which user group',
  'reactions:read': 'the reactions that stand for a command',
} as const

export type BotScope = keyof typeof REASONS
export const BOT_SCOPES = Object.keys(REASONS) as BotScope[]

/** What Slack tells the station of by itself, each with the scope that it needs (docs.slack.dev/reference/events). */
const EVENTS = {
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  app_home_opened: null,
  reaction_added: 'reactions:read',
  // Who is in which group, the moment that it changes.
  subteam_created: 'usergroups:read',
  subteam_updated: 'usergroups:read',
  subteam_members_changed: 'usergroups:read',
  // Somebody's name or language.
  user_change: 'users:read',
  // The bot was invited.
  member_joined_channel: 'channels:read',
} as const satisfies Record<string, BotScope | null>

export type BotEvent = keyof typeof EVENTS
export const BOT_EVENTS = Object.keys(EVENTS) as BotEvent[]
export const scopeOf = (event: BotEvent): BotScope | null => EVENTS[event]
