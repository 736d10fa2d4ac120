import type { Slack } from '../slack.ts'
import type { Channel } from '../types.ts'

/** What stands in every interactive payload. */
export function common(slack: Slack, user: string): Record<string, unknown> {
  const { workspace } = slack
  const person = workspace.person(user)
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: workspace.id },
    api_app_id: workspace.appId,
    token: 'verification-token-of-old',
    team: { id: workspace.id, domain: workspace.domain },
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** Slack names private channels and conversations with the bot by their kind. */
export function namedChannel(channel: Channel): { id: string; name: string } {
  const name = { public: channel.name, private: 'privategroup', im: 'directmessage' }[channel.kind]
  return { id: channel.id, name }
}
