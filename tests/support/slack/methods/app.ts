import { textArg } from '../args.ts'
import { Declined } from '../declined.ts'
import type { Method } from '../method.ts'

const test: Method = {
  token: 'any',
  tier: 'special',
  scopes: [],
  run({ workspace }) {
    return {
      url: `https://${workspace.domain}.slack.com/`,
      team: workspace.name,
      user: workspace.person(workspace.botUser).name,
      team_id: workspace.id,
      user_id: workspace.botUser,
      bot_id: workspace.botId,
      is_enterprise_install: false,
    }
  },
}

const bot: Method = {
  tier: 3,
  scopes: ['users:read'],
  run({ workspace }, args) {
    const wanted = textArg(args, 'bot') || workspace.botId
    if (wanted !== workspace.botId) throw new Declined('bot_not_found')
    const { displayName } = workspace.person(workspace.botUser)
    return {
      bot: {
        id: workspace.botId,
        deleted: false,
        name: displayName,
        updated: 0,
        app_id: workspace.appId,
        user_id: workspace.botUser,
        icons: {},
      },
    }
  },
}

const team: Method = {
  tier: 3,
  scopes: ['team:read'],
  run: ({ workspace }) => ({
    team: {
      id: workspace.id,
      name: workspace.name,
      domain: workspace.domain,
      email_domain: '',
      icon: {},
      url: `https://${workspace.domain}.slack.com/`,
    },
  }),
}

const connect: Method = {
  token: 'app',
  tier: 1,
  scopes: ['connections:write'],
  run: (slack) => ({ url: slack.sockets.address() }),
}

export const appMethods: Record<string, Method> = {
  'auth.test': test,
  'bots.info': bot,
  'team.info': team,
  'apps.connections.open': connect,
}
