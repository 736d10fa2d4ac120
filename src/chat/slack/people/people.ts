import type { RichTextElement } from '@slack/types'
import type { Language, Member, PeopleGroup, Role } from '../../../model/station.ts'
import type { Premises } from '../../chat.ts'
import { BAD_TOKEN, type TellTrouble } from '../health.ts'
import type { Api, People, SlackOptions } from '../parts.ts'
import { Groups, GroupsUnknown, type Reading } from './groups.ts'
import { Profiles } from './profiles.ts'

interface PeopleParts {
  options: Pick<SlackOptions, 'clock' | 'log'>
  api: Api
  premises(): Premises | null
  trouble: TellTrouble
}

/** The people of the workspace as the station knows them: their roles are those of their user groups at this moment. */
export interface Crowd extends People {
  /** Somebody's language as far as it is known, at once. */
  languageOf(id: string): Language | null
  /** Somebody's profile changed; that says nothing of groups, and happens all day. */
  forgetPerson(id: string): void
  /** Who is in which group changed. */
  forgetGroups(): void
  /** Reads the groups once, so that mentions know them. Never throws. */
  warm(): Promise<void>
}

/** A person's id in Slack. */
const PERSON = /^[UW][A-Z0-9]{4,}$/

export function createPeople({ options, api, premises, trouble }: PeopleParts): Crowd {
  const groups = new Groups(api, options.clock)
  const profiles = new Profiles(api, options.clock)
  let told: Record<string, string> | null = null

  const read = async (fresh: boolean): Promise<Reading> => {
    try {
      const reading = await groups.read(fresh)
      if (told) trouble('slack-people', told, true)
      told = null
      return reading
    } catch (error) {
      const reason = error instanceof GroupsUnknown ? error.reason : 'unreadable'
      if (!told && !isToldAnyway(reason)) {
        told = { error: reason }
        trouble('slack-people', told)
      }
      throw error
    }
  }

  return {
    async member(id, fresh) {
      const { groups: all } = await read(fresh)
      const mine = (premises()?.groups ?? []).filter(({ handle }) => all.get(handle)?.users.has(id))
      if (mine.length === 0) return null
      const profile = await profiles.of(id)
      return profile && { id, ...profile, ...placeOf(mine), slack: id }
    },
    mention(id): RichTextElement {
      if (PERSON.test(id)) return { type: 'user', user_id: id }
      const person = premises()?.people.find((it) => it.id === id)
      const handle = person?.slack ?? null
      if (handle !== null && PERSON.test(handle)) return { type: 'user', user_id: handle }
      const group = handle === null ? undefined : groups.known?.groups.get(handle)
      return group ? { type: 'usergroup', usergroup_id: group.id } : { type: 'text', text: `@${person?.name ?? id}` }
    },
    languageOf: (id) => profiles.languageOf(id),
    forgetPerson: (id) => profiles.forget(id),
    forgetGroups: () => groups.forget(),
    warm: () =>
      read(false).then(
        () => {},
        (error) => options.log.warn({ err: error }, 'slack: the user groups could not be read yet'),
      ),
  }
}

/** Of a line, a token or a scope the call itself tells already, with what mends it; nothing else is the matter then. */
const isToldAnyway = (reason: string): boolean =>
  reason === 'lost' || reason === 'unsent' || reason === 'missing_scope' || BAD_TOKEN.has(reason)

/** What somebody's groups together make of a person; of several libraries the first in station.yaml counts. */
function placeOf(groups: PeopleGroup[]): Pick<Member, 'roles' | 'library' | 'partner'> {
  return {
    roles: [...new Set(groups.flatMap((it): Role[] => it.roles))],
    library: groups.find((it) => it.library !== null)?.library ?? null,
    partner: groups.find((it) => it.partner !== null)?.partner ?? null,
  }
}
