import { html } from 'hono/html'
import type { Content } from '../../../model/chat.ts'
import type { Html } from './view.ts'

/** Above everything else in a thread: what may be the matter, and what to do. */
export const careOf = (care: Content['care']): Html =>
  care
    ? html`<section class="care ${care.tone}" aria-label="${care.label}"><h3>${care.label}</h3><ul>${care.lines.map((it) => html`<li dir="auto">${it}</li>`)}</ul></section>`
    : ''

/** The same in the list, where there is room for its name alone. */
export const careMark = (care: Content['care']): Html =>
  care ? html`<span class="care-mark ${care.tone}">${care.label}</span>` : ''
