import { html } from 'hono/html'
import type { Member } from '../store/rooms.ts'
import type { Html, View } from './view.ts'

/** More than this is cut, more than the second is shown on a page of its own only. */
const CUT = { shown: 900, lines: 14, unfolded: 20_000 }

const INVISIBLE = /[\p{Cc}\p{Cf}]/gu

/** A name as it may stand on a page: without what turns the direction of text or hides in it. */
export const plainName = (name: string): string => name.replace(INVISIBLE, '').trim().slice(0, 60) || '—'

/** The first so many characters of a text, on one paragraph, cut visibly. */
export function excerpt(text: string, most: number): string {
  const flat = text
    .slice(0, most * 4)
    .replace(/\s+/g, ' ')
    .trim()
  return flat.length > most || text.length > most * 4 ? `${flat.slice(0, most).trimEnd()}…` : flat
}

/**
 * What somebody typed, as it is: escaped, its direction kept to itself, long ones cut with a way to see all. `mark`
 * makes members' names stand out; what the public wrote calls nobody.
 */
export function inert(text: string, view: View, options: { full: string; mark?: boolean }): Html {
  const show = (it: string) => (options.mark ? marked(it, view) : it)
  const end = cutAt(text)
  if (end === null) return html`<p class="typed" dir="auto">${show(text)}</p>`
  const short = html`<p class="typed" dir="auto">${show(text.slice(0, end).trimEnd())}…</p>`
  if (text.length > CUT.unfolded)
    return html`${short}<a class="unfold" href="${options.full}" target="_blank">${view.say.all(text.length)}</a>`
  return html`<details class="long"><summary>${short}<span class="unfold">${view.say.all(text.length)}</span></summary><p class="typed" dir="auto">${show(text)}</p></details>`
}

function cutAt(text: string): number | null {
  let line = -1
  for (let seen = 0; seen < CUT.lines; seen += 1) {
    line = text.indexOf('\n', line + 1)
    if (line === -1) break
  }
  const end = Math.min(line === -1 ? text.length : line, CUT.shown)
  // A little more than fits is better shown than cut.
  if (text.length - end < 120 && line === -1) return null
  return end < text.length ? end : null
}

/** A member's text with the names of colleagues set apart. */
function marked(text: string, { members, me }: View): Html[] | string {
  const pieces = text.split(/(@[\p{L}\p{N}_.-]+)/u)
  if (pieces.length === 1) return text
  return pieces.map((piece) => {
    const member = piece.startsWith('@') ? members.get(piece.slice(1)) : undefined
    return member ? mention(member, me) : html`${piece}`
  })
}

export const mention = (member: Member, me: Member): Html =>
  html`<span class="mention ${member.id === me.id ? 'me' : ''}">@${plainName(member.name)}</span>`
