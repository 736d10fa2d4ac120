import { html } from 'hono/html'
import type { Quote } from '../../../model/chat.ts'
import type { Attachment } from '../../../model/network.ts'
import { inert, plainName } from './inert.ts'
import { timeOf } from './moment.ts'
import { outside } from './outside.ts'
import type { Html, View } from './view.ts'

/** What the public wrote: the words alone, with where they come from. */
export function quoteOf(quote: Quote, message: string, view: View): Html {
  const { say } = view
  return html`<figure class="quote">
    <figcaption><b class="who" dir="auto">@${plainName(quote.author)}</b> ${timeOf(quote.at, view)}${quote.edited ? html` <span class="aside">${say.edited}</span>` : ''}</figcaption>
    <blockquote>${quote.deleted ? html`<p class="gone">${say.readerRemoved}</p>` : inert(quote.text, view, { full: `/desk/page/text/${message}` })}</blockquote>
    ${quote.deleted ? '' : html`${attachmentsOf(quote.attachments, view)}${outside(quote.url, say.original)}`}
  </figure>`
}

/** By reference only: the page loads nothing from elsewhere until somebody asks for it. */
export function attachmentsOf(attachments: Attachment[], { say }: View): Html {
  if (attachments.length === 0) return ''
  return html`<ul class="attachments">${attachments.map(
    (it) =>
      html`<li><b>${say.attachment[it.kind]}</b> ${outside(it.url, it.alt?.slice(0, 500) || say.noAlt) || (it.alt ?? say.noAlt)}</li>`,
  )}</ul>`
}
