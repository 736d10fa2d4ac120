import { html } from 'hono/html'
import { contentOf, type Message } from '../store/messages.ts'
import { badgeOf, besidesOf } from './badge.ts'
import { buttonsOf } from './buttons.ts'
import { careMark } from './care.ts'
import { excerpt, plainName } from './inert.ts'
import { mentionsOf } from './mentions.ts'
import { timeOf, waitOf } from './moment.ts'
import { portraitOf } from './portrait.ts'
import { type Html, placeUrl, type View } from './view.ts'

/** One root in the list of a channel: a conversation, or something that was said or announced there. */
export function cardOf(root: Message, view: View): Html {
  const { parts, channel, me } = view
  const id = parts.store.messages.idOf(root.seq)
  const content = contentOf(root)
  const open = view.root?.seq === root.seq
  const fresh = (root.last_seq ?? 0) > Math.max(view.seen, parts.store.marks.thread(me.id, root.seq))
  const dot = fresh ? html`<span class="new"><span class="said">${view.say.isNew}</span></span>` : ''
  const shape = content.quote ? conversation(root, view, dot) : announcement(root, view, dot)
  return html`<li id="in-${id}" class="card ${content.quote ? 'conversation' : content.kind} ${content.state?.tone ?? ''} ${fresh ? 'fresh' : ''} ${open ? 'open' : ''}">
    <a class="way" id="way-${id}" href="${placeUrl(channel.name, id)}" ${open ? html`aria-current="true"` : ''}>${shape}
</a>
    ${content.quote ? '' : buttonsOf(content.buttons, id, view)}
  </li>`
}

function conversation(root: Message, view: View, dot: Html): Html {
  const { say, parts } = view
  const content = contentOf(root)
  const { about, quote, state } = content
  const waits = state?.tone === 'waiting' || state?.tone === 'bad'
  const spoken = 1 + parts.store.messages.spokenIn(root.seq)
  return html`<span class="top">${dot}<span class="who" dir="auto">@${plainName(quote?.author ?? '')}</span>
      ${badgeOf(about?.network)}
      <span class="number">#${about?.conversation ?? ''}</span>${besidesOf(content).map((it) => html`<span class="besides">${it}</span>`)}
      <span class="when">${waits ? waitOf(root.since ?? root.at, view) : timeOf(root.last_at ?? root.at, view)}</span></span>
    ${careMark(content.care)}
    <span class="excerpt" dir="auto">${quote?.deleted ? html`<em>${say.readerRemoved}</em>` : excerpt(quote?.text ?? '', 220)}</span>
    <span class="foot">${state && !waits ? html`<span class="state">${state.label}</span>` : ''}${spoken > 1 ? html`<span class="replies">${say.answers(spoken)}</span>` : ''}</span>`
}

function announcement(root: Message, view: View, dot: Html): Html {
  const { say, parts, members } = view
  const content = contentOf(root)
  const author = root.author === null ? say.station : (members.get(root.author)?.name ?? root.author)
  const replies = parts.store.messages.replies(root.seq).length
  return html`<span class="top">${dot}${root.author === null ? '' : portraitOf(root.author, view)}<span class="who">${plainName(author)}</span>
      ${content.state ? html`<span class="state ${content.state.tone}">${content.state.label}</span>` : ''}
      <span class="when">${timeOf(root.at, view)}</span></span>
    <span class="excerpt" dir="auto">${content.kind === 'alarm' ? content.text : excerpt(content.text, 320)} ${mentionsOf(content, view)}</span>
    ${content.kind === 'post' ? html`<span class="excerpt" dir="auto">${excerpt(content.facts?.[0]?.value ?? '', 160)}</span>` : ''}
    ${replies > 0 ? html`<span class="foot"><span class="replies">${say.answers(replies)}</span></span>` : ''}`
}
