import { html } from 'hono/html'
import type { Message } from '../store/messages.ts'
import { cardOf } from './card.ts'
import { composerOf } from './composer.ts'
import { dayName, dayOf } from './moment.ts'
import { trayOf } from './tray.ts'
import { type Html, placeUrl, type View } from './view.ts'

/** The middle column: who waits, longest first, then everything else by day, last touched first. */
export function listOf(view: View): Html {
  const { say, channel, parts, limit } = view
  const { lists } = parts.store
  const count = lists.countWaiting(channel.id)
  const waiting = lists.waiting(channel.id, limit)
  const others = lists.others(channel.id, limit + 1)
  const empty = count === 0 && others.length === 0
  return html`<section class="list" aria-labelledby="channel-name">
    <header class="head">
      <a class="back" href="${placeUrl(channel.name)}?at=channels" aria-label="${say.back}">‹</a>
      <div><h2 id="channel-name"><span class="hash" aria-hidden="true">#</span>${channel.name}</h2><p class="topic" dir="auto">${channel.topic}</p></div>
    </header>
    <div class="scroll" id="conversations" tabindex="-1">
      ${empty ? html`<p class="nothing">${say.nothingYet}</p>` : ''}
      ${count > 0 ? html`<h3 class="part waiting">${say.waitingHere(count)}</h3><ol class="cards">${waiting.map((it) => cardOf(it, view))}</ol>` : ''}
      ${count > waiting.length ? further(say.more(count - waiting.length), view) : ''}
      ${count === 0 && !empty ? html`<p class="calm">${say.nobodyWaits}</p>` : ''}
      ${byDay(others.slice(0, limit), view)}
      ${others.length > limit ? further(say.older, view) : ''}
    </div>
    ${trayOf(view, null)}
    ${composerOf(view, null)}
  </section>`
}

const further = (label: string, { channel, root, limit, parts }: View): Html =>
  html`<a class="further" href="${placeUrl(channel.name, root ? parts.store.messages.idOf(root.seq) : undefined)}?limit=${limit * 2}">${label}</a>`

function byDay(roots: Message[], view: View): Html[] {
  const days = new Map<string, Message[]>()
  for (const root of roots) {
    const day = dayOf(root.last_at ?? root.at, view)
    days.set(day, [...(days.get(day) ?? []), root])
  }
  return [...days.values()].map(
    (day) =>
      html`<h3 class="part">${dayName(day[0]?.last_at ?? view.now, view)}</h3><ol class="cards">${day.map((it) => cardOf(it, view))}</ol>`,
  )
}
