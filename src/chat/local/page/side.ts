import { html } from 'hono/html'
import type { Channel } from '../store/rooms.ts'
import { plainName } from './inert.ts'
import { portraitOf } from './portrait.ts'
import { type Html, placeUrl, type View } from './view.ts'

/** The left column: the channels with what waits and what is new in each, and who you are. */
export function sideOf(view: View): Html {
  const { say, me, language, parts } = view
  return html`<nav class="side" aria-label="${say.channels}">
    <header class="masthead"><p class="station">Schatkamer</p><p class="place">${say.title}</p></header>
    <ul class="channels">${parts.store.rooms.channels().map((channel) => channelOf(channel, view))}</ul>
    <footer class="me">
      <p>${portraitOf(me.id, view)}<span class="name">${plainName(me.name)}</span>
      <a href="/desk/who" hx-boost="false" aria-label="${say.change}: ${say.you(plainName(me.name))}">${say.change}</a></p>
      <p class="links"><a href="/audience" target="_blank">${say.audience}</a>
      <a href="?lang=${language === 'nl' ? 'en' : 'nl'}" hx-boost="false" lang="${language === 'nl' ? 'en' : 'nl'}">${say.otherLanguage}</a>
      <button type="button" class="plain" data-keys aria-keyshortcuts="?">${say.help} <kbd>?</kbd></button></p>
    </footer>
  </nav>`
}

function channelOf(channel: Channel, view: View): Html {
  const { parts, me, say } = view
  const { lists, marks } = parts.store
  const here = channel.id === view.channel.id
  const unread = here ? 0 : lists.unseen(channel.id, marks.channel(me.id, channel.id))
  const waiting = lists.countWaiting(channel.id)
  return html`<li><a href="${placeUrl(channel.name)}" class="${unread > 0 ? 'unread' : ''}" ${here ? html`aria-current="page"` : ''}>
    <span class="hash" aria-hidden="true">#</span><span class="name">${channel.name}</span>
    ${unread > 0 ? html`<span class="dot"><span class="said">${say.unread(unread)}</span></span>` : ''}
    ${waiting > 0 ? html`<span class="count"><span aria-hidden="true">${waiting}</span><span class="said">${say.waitingIn(waiting)}</span></span>` : ''}</a></li>`
}

/** Up to two letters for a person, from the words of the name. */
