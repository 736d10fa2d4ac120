import { html } from 'hono/html'
import { type Attachment, NETWORK_LABEL } from '../../../model/network.ts'
import { type Item, personOf } from '../item.ts'
import type { Store } from '../store.ts'
import { momentOf } from './moment.ts'
import { plainName, type View } from './view.ts'

/** More than this is not shown in a timeline, or even on a message's own page; the length is told instead. */
const SHOWN = { timeline: 700, alone: 50_000 }

/** One message of the public or of ours, with what a reader can do about it. */
export function messageOf(item: Item, store: Store, view: View, now: number) {
  const { say } = view
  const id = store.idOf(item.network, item.seq) ?? ''
  const ours = item.side === 'ours'
  const name = plainName(item.author)
  if (item.deleted_at !== null) return html`<p class="removed" id="${id}">${ours ? say.retracted : say.removed}</p>`
  return html`<article id="${id}" class="message ${ours ? 'ours' : 'public'}" aria-label="${say.from(ours ? say.station : name)}">
    <header>
      <span class="network ${item.network}">${NETWORK_LABEL[item.network]}</span>
      ${ours ? html`<b class="author">${name}</b>` : authorOf(item, name, view)}
      ${item.kind === 'direct' && !ours ? html`<span class="aside">${say.toStation}</span>` : ''}
      <a class="moment" href="${view.href(`/audience/messages/${id}`)}">${momentOf(item.at, now, view.language)}</a>
      ${item.revision > 1 ? html`<span class="aside">${say.edited}</span>` : ''}
    </header>
    ${textOf(item, view)}
    ${attachmentsOf(item, view)}
    ${item.liked_at === null ? '' : html`<p class="liked"><span aria-hidden="true">♥</span> ${say.liked}</p>`}
    ${item.sight === null ? '' : html`<p class="liked">${say.sight[item.sight]}</p>`}
    <footer>
      <a href="${view.href('/audience', { replyTo: id })}#composer" hx-get="${view.href('/audience/composer', { replyTo: id })}" hx-target="#composer" hx-swap="outerHTML" aria-label="${say.replyTo(ours ? say.station : name)}">${say.reply}</a>
      ${!ours && item.person === personOf(view.as) ? changesOf(id, view) : ''}
    </footer>
  </article>`
}

function textOf({ text }: Item, { say, only }: View) {
  const shown = only === null ? SHOWN.timeline : SHOWN.alone
  const cut = text.length > shown ? html`… <span class="aside">${say.cut(text.length)}</span>` : ''
  return html`<p class="text" dir="auto">${text.slice(0, shown)}${cut}</p>`
}

const authorOf = (item: Item, name: string, view: View) =>
  html`<a class="author" href="${view.href('/audience', { as: item.author })}" title="${view.say.writeAs(name)}">${name}</a>`

const changesOf = (id: string, { say, href }: View) =>
  html`<a href="${href('/audience', { edit: id })}#composer" hx-get="${href('/audience/composer', { edit: id })}" hx-target="#composer" hx-swap="outerHTML">${say.edit}</a>
    <form method="post" action="${href(`/audience/messages/${id}/delete`)}" hx-post="${href(`/audience/messages/${id}/delete`)}" hx-target="#timeline" hx-swap="innerHTML" hx-confirm="${say.removeSure}"><button class="quiet">${say.remove}</button></form>`

function attachmentsOf(item: Item, { say }: View) {
  const attachments = JSON.parse(item.attachments) as Attachment[]
  if (attachments.length === 0) return ''
  // Shown by reference only: the page loads nothing from elsewhere.
  return html`<ul class="attachments">${attachments.map((one) => html`<li>${say.attachment[one.kind]}: ${one.alt ?? say.noAlt}</li>`)}</ul>`
}
