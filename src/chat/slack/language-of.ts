import type { Language } from '../../model/station.ts'
import type { Premises } from '../chat.ts'
import type { People } from './parts.ts'

export type LanguageOf = (by: string) => Promise<Language>

/** A person's own language; the station's for whom Slack does not tell. */
export const languagesOf =
  (people: People, premises: () => Premises | null): LanguageOf =>
  (by) => {
    const ours = premises()?.language ?? 'nl'
    return people.member(by, false).then(
      (member) => member?.language ?? ours,
      () => ours,
    )
  }
