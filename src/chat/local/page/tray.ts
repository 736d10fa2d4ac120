import { html } from 'hono/html'
import type { Content } from '../../../model/chat.ts'
import type { EventRow } from '../store/events.ts'
import { contentOf, type Message } from '../store/messages.ts'
import type { Private } from '../store/privates.ts'
import { buttonsOf } from './buttons.ts'
import { factsOf } from './facts.ts'
import { inert } from './inert.ts'
import { timeOf } from './moment.ts'
import { outside } from './outside.ts'
import { quoteOf } from './quote.ts'
import type { Html, View } from './view.ts'

/** So many are shown in one place; older ones follow when these were put away. */
const SHOWN = 12

/** What the person alone was told in this place, and what the station has not answered yet. */
export function trayOf(view: View, root: Message | null): Html {
  const { parts, me, channel, say } = view
  const here = (it: { channel: number; thread: number | null }) =>
    it.channel === channel.id && it.thread === (root?.seq ?? null)
  const mine = parts.store.privates.of(me.id).filter((it) => !isOver(it, view))
  const rows = mine.filter(
    (it) => here(it) || (root === null && it.thread !== null && it.channel === channel.id && isStray(it, view)),
  )
  const busy = parts.store.events.unanswered(me.id).filter((it) => here(it) && it.message === null)
  if (rows.length + busy.length === 0) return html`<div class="tray" hidden></div>`
  const ids = rows.map((row) => parts.store.privates.idOf(row.seq)).join(',')
  return html`<div class="tray" role="region" aria-label="${say.onlyYou} · ${root === null ? `#${channel.name}` : say.thread}" tabindex="0">
    <div class="only"><span>${say.onlyYou}</span>${rows.length > 1 ? putAway(ids, say.dismissAll) : ''}</div>
    <ol>${rows.slice(-SHOWN).map((row) => privateOf(row, view))}${busy.map((it) => busyOf(it, view))}</ol>
  </div>`
}

/** A private answer on something in the list itself (an alarm, a post) is shown there, unless its thread is open. */
const isStray = (row: Private, { parts, root }: View): boolean =>
  row.thread !== root?.seq && parts.store.messages.get(row.thread ?? 0)?.tone === null

/** What is offered about a reply is over once the reply's own line in the thread offers none of it any more. */
function isOver(row: Private, { parts }: View): boolean {
  const { about, buttons = [] } = JSON.parse(row.content) as Content
  const line = about?.draft === undefined || buttons.length === 0 ? null : parts.store.messages.lineOf(about.draft)
  if (line === null) return false
  const offered = new Set(contentOf(line).buttons?.map((it) => it.action))
  return !buttons.some((it) => offered.has(it.action))
}

function privateOf(row: Private, view: View): Html {
  const id = view.parts.store.privates.idOf(row.seq)
  const content = JSON.parse(row.content) as Content
  return html`<li id="is-${id}" class="private ${content.about?.code ? 'refused' : ''}" data-event="${row.event}">
    ${content.text ? inert(content.text, view, { full: `/desk/page/text/${id}`, mark: true }) : ''}
    ${content.quote ? quoteOf(content.quote, id, view) : ''}
    ${factsOf(content.facts, id, view)}
    ${content.link ? outside(content.link.url, content.link.label) : ''}
    <div class="acts">${buttonsOf(content.buttons, id, view)}<span class="aside">${timeOf(row.at, view)}</span>${putAway(id, view.say.dismiss)}</div>
  </li>`
}

const busyOf = (row: EventRow, { say }: View): Html => {
  const event = JSON.parse(row.body) as { text?: string }
  return html`<li class="private busy" role="status" data-event="${row.seq}">${event.text ? html`<code dir="auto">${event.text.slice(0, 120)}</code> ` : ''}${say.busy}</li>`
}

const putAway = (ids: string, label: string): Html =>
  html`<form hx-post="/desk/page/dismiss" hx-swap="none"><input type="hidden" name="ids" value="${ids}"><button class="plain">${label}</button></form>`
