import type { html } from 'hono/html'
import { type DeskWording, deskPageWording } from '../../../wording/desk-page.ts'
import type { Parts } from '../parts.ts'
import type { DeskPremises } from '../premises.ts'
import type { Message } from '../store/messages.ts'
import type { Channel, Member } from '../store/rooms.ts'

export type Html = ReturnType<typeof html> | ''
export type Language = 'nl' | 'en'

/** Who looks, at what: the page of one request. */
export interface View {
  parts: Parts
  me: Member
  language: Language
  say: DeskWording
  premises: DeskPremises
  members: ReadonlyMap<string, Member>
  now: number
  channel: Channel
  /** The root of the thread that is open; null where none is. */
  root: Message | null
  /** How far the person had read the channel when it was entered: what is newer is marked. */
  seen: number
  /** How many conversations of each kind are shown. */
  limit: number
}

/** Where a channel or a thread of it stands on this page. */
export const placeUrl = (channel: string, thread?: string): string =>
  `/desk/in/${encodeURIComponent(channel)}${thread === undefined ? '' : `/${encodeURIComponent(thread)}`}`

export const viewFor = (
  parts: Parts,
  me: Member,
  language: Language,
  at: Pick<View, 'channel' | 'root' | 'seen' | 'limit'>,
): View => ({
  parts,
  me,
  language,
  say: deskPageWording(language),
  premises: parts.store.rooms.premises(),
  members: new Map(parts.store.rooms.members().map((it) => [it.id, it])),
  now: parts.clock.now(),
  ...at,
})
