import { html } from 'hono/html'
import type { Content } from '../../../model/chat.ts'
import { contentOf, type Message } from '../store/messages.ts'
import { buttonsOf } from './buttons.ts'
import { factsOf } from './facts.ts'
import { inert, plainName } from './inert.ts'
import { mentionsOf } from './mentions.ts'
import { timeOf } from './moment.ts'
import { outside } from './outside.ts'
import { portraitOf } from './portrait.ts'
import { quoteOf } from './quote.ts'
import type { Html, View } from './view.ts'

/** What is said to the station is an order: its words may go out, as a reply's do. */
const TO_STATION = /^\s*@schatkamer(?![\p{L}\p{N}_-])/iu

/** One message in a thread. Who may read it is seen at a glance: the public's, ours in public, or inside only. */
export function messageOf(message: Message, view: View): Html {
  const content = contentOf(message)
  const id = view.parts.store.messages.idOf(message.seq)
  if (message.deleted_at !== null) return html`<li id="is-${id}" class="message gone">${view.say.removed}</li>`
  if (message.author !== null) return memberMessage(message, content, id, view)
  const calls = content.mentions?.includes(view.me.id) ?? false
  return html`<li id="is-${id}" class="message ${content.kind} ${content.quote ? 'public' : ''} ${content.state?.tone ?? ''} ${calls ? 'calls' : ''}">
    ${content.quote ? quoteOf(content.quote, id, view) : ''}
    ${content.text ? html`<p class="line">${content.kind === 'reply' ? '' : content.state ? html`<span class="state ${content.state.tone}">${content.state.label}</span>` : ''}<span class="text" dir="auto">${content.text}</span> ${mentionsOf(content, view)}${content.quote ? '' : timeOf(message.at, view)}</p>` : ''}
    ${factsOf(content.facts, id, view)}
    <div class="acts">${content.link ? outside(content.link.url, content.link.label) : ''}${buttonsOf(content.buttons, id, view)}</div>
  </li>`
}

function memberMessage(message: Message, content: Content, id: string, view: View): Html {
  const { say, me, members } = view
  const author = members.get(message.author ?? '')?.name ?? message.author ?? ''
  const own = message.author === me.id
  const calls = content.text.includes(`@${me.id}`)
  const pending = own && view.parts.store.events.unanswered(me.id).some((it) => it.message === message.seq)
  return html`<li id="is-${id}" class="message inside ${calls ? 'calls' : ''}">
    <div class="line">${portraitOf(message.author ?? '', view)}<b class="who">${plainName(author)}</b> ${timeOf(message.at, view)}${message.edited_at === null ? '' : html` <span class="aside">${say.edited}</span>`} <span class="aside">${TO_STATION.test(content.text) ? say.order : say.inside}</span>${own ? ownActs(id, view) : ''}</div>
    ${inert(content.text, view, { full: `/desk/page/text/${id}`, mark: true })}
    ${factsOf(
      content.facts?.map((it) => ({
        ...it,
        label: say.attachment[it.label] ?? it.label,
        value: it.value || say.noAlt,
      })),
      id,
      view,
    )}
    ${pending ? html`<p class="aside pending">${say.notTaken}</p>` : ''}
  </li>`
}

const ownActs = (id: string, { say }: View): Html =>
  html`<details class="overflow own"><summary aria-label="${say.moreActions}">⋯</summary><div class="menu">
    <button type="button" class="button" hx-get="/desk/page/edit/${id}" hx-target="#sheet" hx-swap="innerHTML">${say.editOwn}</button>
    <form hx-post="/desk/page/remove" hx-swap="none" hx-confirm="${say.removeSure}"><input type="hidden" name="message" value="${id}"><button class="button danger">${say.removeOwn}</button></form></div></details>`
