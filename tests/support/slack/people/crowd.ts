import { shownPerson } from '../shapes.ts'
import type { Slack } from '../slack.ts'
import { enters } from './channels.ts'
import { joins } from './groups.ts'

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
