import { z } from 'zod'
import type { Api, Reply } from '../../chat/slack/parts.ts'
import { ANSWERING } from '../../desk/members.ts'
import type { PeopleGroup, Station } from '../../model/station.ts'
import type { DoctorWords } from '../../wording/doctor.ts'
import { bad, type Finding, note, well } from './finding.ts'

const GROUPS = z.object({
  usergroups: z.array(z.object({ handle: z.string(), users: z.array(z.string()).default([]) })),
})
const USER = z.object({ user: z.object({ real_name: z.string().optional(), name: z.string() }) })

/** Whether the groups of station.yaml are there and who is in them, and whether the members' handles are somebody. */
export async function* examineGroups(
  api: Api,
  { slack, members, libraries }: Station,
  words: DoctorWords,
): AsyncGenerator<Finding> {
  if (slack.groups.length === 0) yield bad(words.noGroupsAsked)
  const reply = await api.call('usergroups.list', { include_users: true })
  const answer = GROUPS.safeParse(reply.kind === 'ok' ? reply.body : null)
  if (!answer.success) {
    const reason = reasonOf(reply)
    return yield bad(reason === 'missing_scope' ? words.groupsUnseen : words.noGroups(reason))
  }
  const found = new Map(answer.data.usergroups.map(({ handle, users }) => [handle, users]))
  for (const { handle, roles, library, partner } of slack.groups) {
    const users = found.get(handle)
    const gives = [...roles, library, partner].filter((it) => it !== null).join(', ')
    if (users === undefined) yield bad(words.groupMissing(handle, gives))
    else if (users.length === 0) yield note(words.groupEmpty(handle, gives))
    else yield well(words.group(handle, users.length, gives))
  }
  const senders = slack.groups.filter(({ roles }) => roles.some((role) => ANSWERING.includes(role)))
  if (senders.length > 0 && senders.every(({ handle }) => !found.get(handle)?.length)) yield bad(words.nobodySends)
  for (const [user, several] of withSeveralLibraries(slack.groups, found)) {
    const names = several.map((id) => libraries.find((it) => it.id === id)?.name ?? id)
    yield note(words.severalLibraries(await nameOf(api, user), names))
  }
  for (const { id, slack: handle } of members) {
    if (handle === null) continue
    const isPerson = /^[UW][A-Z0-9]+$/.test(handle)
    const known = isPerson ? (await api.call('users.info', { user: handle })).kind === 'ok' : found.has(handle)
    yield known ? well(words.member(id, handle)) : bad(words.memberUnknown(id, handle))
  }
}

function withSeveralLibraries(
  groups: readonly PeopleGroup[],
  found: ReadonlyMap<string, string[]>,
): [string, string[]][] {
  const byUser = new Map<string, Set<string>>()
  for (const { handle, library } of groups)
    for (const user of library === null ? [] : (found.get(handle) ?? []))
      byUser.set(user, (byUser.get(user) ?? new Set()).add(library ?? ''))
  return [...byUser].filter(([, several]) => several.size > 1).map(([user, several]) => [user, [...several]])
}

async function nameOf(api: Api, user: string): Promise<string> {
  const reply = await api.call('users.info', { user })
  const found = USER.safeParse(reply.kind === 'ok' ? reply.body : null)
  return found.success ? (found.data.user.real_name ?? found.data.user.name) : user
}

const reasonOf = (reply: Reply): string =>
  reply.kind === 'refused' ? reply.error : reply.kind === 'lost' || reply.kind === 'unsent' ? reply.reason : reply.kind
