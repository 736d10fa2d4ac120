import { html } from 'hono/html'
import { contentOf, type Message } from '../store/messages.ts'
import { composerOf } from './composer.ts'
import { plainName } from './inert.ts'
import { messageOf } from './message.ts'
import { dayName, dayOf } from './moment.ts'
import { rootOf } from './root.ts'
import { trayOf } from './tray.ts'
import { type Html, placeUrl, type View } from './view.ts'

/** The right column: one thread, its card on top, what was written in it below. */
export function threadOf(view: View): Html {
  const { root, say, channel, parts } = view
  if (root === null)
    return html`<section class="thread none" aria-label="${say.thread}"><div class="invitation"><h2>${say.choose}</h2><p>${say.chooseLead}</p><p class="hints"><kbd>j</kbd> <kbd>k</kbd> <kbd>Enter</kbd></p></div></section>`
  const { about, quote } = contentOf(root)
  const title = about?.conversation === undefined ? say.thread : `#${about.conversation}`
  return html`<section class="thread" aria-labelledby="thread-name" data-thread="${parts.store.messages.idOf(root.seq)}">
    <header class="head">
      <a class="back" href="${placeUrl(channel.name)}" aria-label="${say.backToChannel(channel.name)}">‹</a>
      <h2 id="thread-name">${title}${quote ? html` <span class="who" dir="auto">@${plainName(quote.author)}</span>` : ''}</h2>
      <a class="close" href="${placeUrl(channel.name)}" aria-label="${say.closeThread}" data-close>×</a>
    </header>
    <div class="scroll" id="messages" tabindex="0" role="group" aria-label="${say.thread}">${rootOf(root, view)}${inOrder(parts.store.messages.replies(root.seq), root, view)}</div>
    ${trayOf(view, root)}
    ${composerOf(view, root)}
  </section>`
}

/** The messages with a line where a new day begins. */
function inOrder(messages: Message[], root: Message, view: View): Html {
  let day = dayOf(contentOf(root).quote?.at ?? root.at, view)
  return html`<ol class="messages">${messages.map((message) => {
    const at = contentOf(message).quote?.at ?? message.at
    const turned = dayOf(at, view) !== day
    day = dayOf(at, view)
    return html`${turned ? html`<li class="day"><span>${dayName(at, view)}</span></li>` : ''}${messageOf(message, view)}`
  })}</ol>`
}
