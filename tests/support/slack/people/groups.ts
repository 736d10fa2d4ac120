import { newId } from '../ids.ts'
import { shownGroup } from '../shapes.ts'
import type { Slack } from '../slack.ts'

/** A user group with these members; made where there is none. */
export function group(slack: Slack, handle: string, members: string[] = []): string {
  const { workspace } = slack
  const known = [...workspace.groups.values()].find((one) => one.handle === handle)
  const users = new Set(members.map((one) => workspace.person(one).id))
  const made = known ?? { id: newId('S'), handle, name: handle, users: new Set<string>(), disabled: false, updated: 0 }
  workspace.groups.set(made.id, made)
  membership(
    slack,
    made.id,
    [...users].filter((one) => !made.users.has(one)),
    [...made.users].filter((one) => !users.has(one)),
  )
  return made.id
}

export function joins(slack: Slack, who: string, handle: string): void {
  const known = [...slack.workspace.groups.values()].find((one) => one.handle === handle || one.id === handle)
  membership(slack, known?.id ?? group(slack, handle), [slack.workspace.person(who).id], [])
}

export function leaves(slack: Slack, who: string, handle: string): void {
  membership(slack, slack.workspace.group(handle).id, [], [slack.workspace.person(who).id])
}

function membership(slack: Slack, id: string, added: string[], removed: string[]): void {
  const { workspace } = slack
  const found = workspace.group(id)
  if (added.length === 0 && removed.length === 0) return
  for (const user of added) found.users.add(user)
  for (const user of removed) found.users.delete(user)
  const before = found.updated
  found.updated = Math.floor(slack.clock.now() / 1000)
  slack.events.tell('subteam_members_changed', {
    type: 'subteam_members_changed',
    subteam_id: id,
    team_id: workspace.id,
    date_previous_update: before,
    date_update: found.updated,
    added_users: added,
    added_users_count: added.length,
    removed_users: removed,
    removed_users_count: removed.length,
  })
  slack.events.tell('subteam_updated', { type: 'subteam_updated', subteam: shownGroup(found, workspace, true) })
}
