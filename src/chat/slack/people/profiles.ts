import { z } from 'zod'
import { type Clock, MINUTE } from '../../../model/clock.ts'
import type { Language } from '../../../model/station.ts'
import { inertName } from '../draw/inert.ts'
import type { Api } from '../parts.ts'
import { initialsOf } from './initials.ts'

const ANSWER = z.object({
  user: z.object({
    deleted: z.boolean().default(false),
    is_bot: z.boolean().default(false),
    name: z.string().default(''),
    real_name: z.string().default(''),
    locale: z.string().default(''),
    profile: z.object({ display_name: z.string().default(''), real_name: z.string().default('') }).prefault({}),
  }),
})

/** What the station takes from somebody's profile; null for a bot or an account that is closed. */
export interface Profile {
  name: string
  initials: string
  language: Language
}

const KNOWN = 5 * MINUTE

/** Names, initials and language of people, read again now and then. */
export class Profiles {
  readonly #api: Api
  readonly #clock: Clock
  readonly #known = new Map<string, { at: number; profile: Profile | null }>()

  constructor(api: Api, clock: Clock) {
    this.#api = api
    this.#clock = clock
  }

  forget(id: string): void {
    this.#known.delete(id)
  }

  /** Somebody's language, where the profile was read before. */
  languageOf(id: string): Language | null {
    return this.#known.get(id)?.profile?.language ?? null
  }

  /** Throws where Slack does not say and never said. A name that is a little old does no harm. */
  async of(id: string): Promise<Profile | null> {
    const now = this.#clock.steady()
    const known = this.#known.get(id)
    if (known && now - known.at <= KNOWN) return known.profile
    const reply = await this.#api.call('users.info', { user: id, include_locale: true })
    if (reply.kind === 'refused' && reply.error === 'user_not_found') return null
    if (reply.kind !== 'ok') {
      if (known) return known.profile
      throw new Error(`Slack does not say who somebody is: ${reply.kind === 'refused' ? reply.error : reply.kind}`)
    }
    const profile = profileOf(ANSWER.parse(reply.body).user)
    this.#known.set(id, { at: now, profile })
    return profile
  }
}

function profileOf({
  deleted,
  is_bot,
  name,
  real_name,
  locale,
  profile,
}: z.infer<typeof ANSWER>['user']): Profile | null {
  if (deleted || is_bot) return null
  const real = profile.real_name || real_name
  const shown = inertName(profile.display_name || real || name)
  return { name: shown, initials: initialsOf(inertName(real || shown)), language: /^nl\b/i.test(locale) ? 'nl' : 'en' }
}
