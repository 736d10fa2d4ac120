import { flagArg, textArg } from '../args.ts'
import { Declined } from '../declined.ts'
import type { Method } from '../method.ts'
import { shownGroup, shownPerson } from '../shapes.ts'
import { pageOf } from './paging.ts'

const info: Method = {
  tier: 4,
  scopes: ['users:read'],
  required: ['user'],
  run(slack, args) {
    const person = slack.workspace.people.get(textArg(args, 'user'))
    if (!person) throw new Declined('user_not_found')
    return { user: shownPerson(person, slack.workspace, flagArg(args, 'include_locale')) }
  },
}

const list: Method = {
  tier: 2,
  scopes: ['users:read'],
  run(slack, args) {
    const { page, cursor } = pageOf([...slack.workspace.people.values()], args, 1000, 1000)
    const withLocale = flagArg(args, 'include_locale')
    return {
      members: page.map((person) => shownPerson(person, slack.workspace, withLocale)),
      cache_ts: Math.floor(slack.clock.now() / 1000),
      response_metadata: { next_cursor: cursor },
    }
  },
}

const groups: Method = {
  tier: 2,
  scopes: ['usergroups:read'],
  run(slack, args) {
    const all = [...slack.workspace.groups.values()].filter((one) => flagArg(args, 'include_disabled') || !one.disabled)
    return { usergroups: all.map((group) => shownGroup(group, slack.workspace, flagArg(args, 'include_users'))) }
  },
}

const groupUsers: Method = {
  tier: 2,
  scopes: ['usergroups:read'],
  required: ['usergroup'],
  run(slack, args) {
    const group = slack.workspace.groups.get(textArg(args, 'usergroup'))
    if (!group || (group.disabled && !flagArg(args, 'include_disabled'))) throw new Declined('no_such_subteam')
    return { users: [...group.users] }
  },
}

export const peopleMethods: Record<string, Method> = {
  'users.info': info,
  'users.list': list,
  'usergroups.list': groups,
  'usergroups.users.list': groupUsers,
}
