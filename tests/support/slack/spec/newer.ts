/** What Slack has since the description of 2020 (1.7.0), each with where it is described. */
export const NEWER_METHODS: Readonly<Record<string, string>> = {
  'apps.connections.open': 'Socket Mode, January 2021: docs.slack.dev/reference/methods/apps.connections.open',
}

/** Arguments that any method takes now. */
export const NEWER_EVERYWHERE: Readonly<Record<string, string>> = {
  team_id:
    'for apps of a whole organisation; Bolt sends it with every call: docs.slack.dev/enterprise/organization-ready-apps',
}

export const NEWER_ARGUMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'chat.postMessage': {
    metadata: 'message metadata, 2022: docs.slack.dev/messaging/message-metadata',
  },
  'chat.update': {
    metadata: 'message metadata, 2022: docs.slack.dev/messaging/message-metadata',
    reply_broadcast: 'docs.slack.dev/reference/methods/chat.update',
  },
  'conversations.history': {
    include_all_metadata: 'message metadata, 2022: docs.slack.dev/reference/methods/conversations.history',
  },
  'conversations.replies': {
    include_all_metadata: 'message metadata, 2022: docs.slack.dev/reference/methods/conversations.replies',
  },
}
