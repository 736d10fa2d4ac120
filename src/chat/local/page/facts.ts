import { html } from 'hono/html'
import type { Content } from '../../../model/chat.ts'
import { excerpt, inert } from './inert.ts'
import { outside } from './outside.ts'
import type { Html, View } from './view.ts'

/** A link is no place for a whole text; where it leads, all of it stands. */
const LINKED = 300

/** A value of whole sentences has the width for itself, below its label. */
const LONG = 200

/** What is known, a line each. */
export const factsOf = (facts: Content['facts'], message: string, view: View): Html =>
  facts && facts.length > 0
    ? html`<dl class="facts">${facts.map(
        ({ label, value, url }) =>
          html`<div class="${value.length > LONG ? 'long' : ''}"><dt>${label}</dt><dd>${(url && outside(url, excerpt(value, LINKED))) || inert(value, view, { full: `/desk/page/text/${message}` })}</dd></div>`,
      )}</dl>`
    : ''
