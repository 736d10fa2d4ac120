import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { preferred } from '../../../web/language.ts'
import { memberCalled, type Parts } from '../parts.ts'
import { Refusal } from '../refusal.ts'
import type { Member } from '../store/rooms.ts'
import type { Language } from './view.ts'

const WHO = 'desk_member'
const LANGUAGE = 'desk_language'
const KEPT = { path: '/desk', httpOnly: true, sameSite: 'Strict', maxAge: 180 * 86_400 } as const

/** Which member of the team sits at this browser; null where that was not chosen, or is no member any more. */
export function personOf({ store }: Parts, c: Context): Member | null {
  const id = getCookie(c, WHO)
  return id === undefined ? null : store.rooms.member(id)
}

/** The same, for an act: throws Refusal 400 where nobody was chosen. */
export function actorOf(parts: Parts, c: Context): Member {
  const me = personOf(parts, c)
  if (!me) throw new Refusal(400, 'unknown-member', { member: '' })
  return me
}

export const rememberPerson = (parts: Parts, c: Context, id: string): void =>
  setCookie(c, WHO, memberCalled(parts, id).id, KEPT)

/** Takes `?lang=` as the browser's choice from now on; false where the address has none. */
export function rememberLanguage(c: Context): boolean {
  const asked = c.req.query('lang')
  if (asked !== 'nl' && asked !== 'en') return false
  setCookie(c, LANGUAGE, asked, KEPT)
  return true
}

/** What was chosen in this browser, else the member's own language, else what the browser prefers. */
export function languageOf({ store }: Parts, c: Context, me?: Member | null): Language {
  const chosen = getCookie(c, LANGUAGE)
  if (chosen === 'nl' || chosen === 'en') return chosen
  return me?.language ?? preferred(c, store.rooms.premises().language)
}
