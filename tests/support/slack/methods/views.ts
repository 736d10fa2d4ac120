import { jsonArg, textArg } from '../args.ts'
import { Declined } from '../declined.ts'
import type { Method } from '../method.ts'
import { shownView } from '../shapes.ts'

const open: Method = {
  tier: 4,
  scopes: [],
  required: ['trigger_id', 'view'],
  run(slack, args) {
    const user = slack.triggers.exchange(textArg(args, 'trigger_id'))
    return { view: shownView(slack.views.open(user, jsonArg(args, 'view')), slack.workspace) }
  },
}

const push: Method = {
  tier: 4,
  scopes: [],
  required: ['trigger_id', 'view'],
  run(slack, args) {
    const user = slack.triggers.exchange(textArg(args, 'trigger_id'))
    return { view: shownView(slack.views.push(user, jsonArg(args, 'view')), slack.workspace) }
  },
}

const update: Method = {
  tier: 4,
  scopes: [],
  required: ['view'],
  run(slack, args) {
    const view = slack.views.find(textArg(args, 'view_id'), textArg(args, 'external_id'))
    return { view: shownView(slack.views.update(view, jsonArg(args, 'view'), textArg(args, 'hash')), slack.workspace) }
  },
}

const publish: Method = {
  tier: 4,
  scopes: [],
  required: ['user_id', 'view'],
  run(slack, args) {
    if (slack.manifest.features?.app_home?.home_tab_enabled !== true) throw new Declined('not_enabled')
    const user = slack.workspace.people.get(textArg(args, 'user_id'))
    if (!user) throw new Declined('invalid_arguments')
    return {
      view: shownView(slack.views.publish(user.id, jsonArg(args, 'view'), textArg(args, 'hash')), slack.workspace),
    }
  },
}

export const viewMethods: Record<string, Method> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
}
