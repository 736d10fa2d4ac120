import { html } from 'hono/html'
import { contentOf, type Message } from '../store/messages.ts'
import { badgeOf, besidesOf } from './badge.ts'
import { buttonsOf } from './buttons.ts'
import { careOf } from './care.ts'
import { factsOf } from './facts.ts'
import { messageOf } from './message.ts'
import { quoteOf } from './quote.ts'
import type { Html, View } from './view.ts'

/** The card at the top of a thread: what was asked, how it stands, what is known, what can be done. */
export function rootOf(root: Message, view: View): Html {
  const content = contentOf(root)
  const id = view.parts.store.messages.idOf(root.seq)
  if (!content.quote) return html`<ol class="messages">${messageOf(root, view)}</ol>`
  return html`<article class="root" id="is-${id}" aria-label="${content.text}">
    ${careOf(content.care)}
    <p class="line">${badgeOf(content.about?.network)}${besidesOf(content).map((it) => html`<span class="besides">${it}</span>`)}${content.state ? html`<span class="state ${content.state.tone}">${content.state.label}</span>` : ''}${content.banner ? html`<span class="banner">${content.banner}</span>` : ''}</p>
    ${quoteOf(content.quote, id, view)}
    ${factsOf(content.facts, id, view)}
    ${buttonsOf(content.buttons, id, view)}
  </article>`
}
