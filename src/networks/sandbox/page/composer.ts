import { html } from 'hono/html'
import { NETWORK_LABEL, NETWORKS } from '../../../model/network.ts'
import type { Item } from '../item.ts'
import type { Store } from '../store.ts'
import { plainName, type View } from './view.ts'

/** What the composer is for, and what came of the last attempt. */
export interface Composing {
  answered: Item | null
  edited: Item | null
  problem?: string
  done?: string
  /** What was typed and could not be sent. */
  typed?: string
}

/** The form in which somebody of the public writes, answers or edits. It works with and without script. */
export function composerOf(store: Store, view: View, composing: Composing) {
  const { say, href } = view
  const { answered, edited, problem, done, typed } = composing
  const idOf = (item: Item) => store.idOf(item.network, item.seq) ?? ''
  const who = answered && (answered.side === 'ours' ? say.station : plainName(answered.author))
  const action = edited ? `/audience/messages/${idOf(edited)}/edit` : '/audience/messages'
  const lives = NETWORKS.filter((name) => !view.plays.includes(name)).map((name) => NETWORK_LABEL[name])
  const title = edited ? say.editing : who ? say.answering(who) : say.write
  return html`<form id="composer" class="composer" method="post" action="${href(action)}" hx-post="${href(action)}" hx-target="this" hx-swap="outerHTML" aria-labelledby="composer-title">
    <h2 id="composer-title">${title}</h2>
    ${lives.length > 0 ? html`<p class="aside">${say.live(lives)}</p>` : ''}
    ${problem ? html`<p class="problem" role="alert">${problem}</p>` : ''}
    ${done ? html`<p class="done" role="status">${done}</p>` : ''}
    ${answered ? html`<blockquote dir="auto">${answered.text.slice(0, 160)}</blockquote><input type="hidden" name="inReplyTo" value="${idOf(answered)}">` : ''}
    <label class="field" for="as">${say.as}<input id="as" name="as" value="${view.as}" maxlength="100" required autocomplete="off" spellcheck="false" ${edited || answered?.kind === 'direct' ? 'readonly' : ''}></label>
    ${answered || edited ? '' : choices(view)}
    <label class="field" for="text">${say.text}<textarea id="text" name="text" rows="4" required ${answered || edited ? 'autofocus' : ''} placeholder="${edited ? '' : say.hint('#DeBKant')}">${typed ?? edited?.text ?? ''}</textarea></label>
    <p class="acts"><button class="primary">${edited ? say.save : say.send}</button>
    ${answered || edited ? html`<a href="${href('/audience')}" hx-get="${href('/audience/composer')}" hx-target="#composer" hx-swap="outerHTML">${say.cancel}</a>` : ''}</p>
  </form>`
}

const choices = ({ say, tab, plays }: View) => {
  const network = plays.find((name) => name === tab) ?? plays[0]
  return html`<fieldset><legend>${say.network}</legend>
      ${plays.map((name) => choice('network', name, NETWORK_LABEL[name], name === network))}</fieldset>
    <fieldset><legend>${say.how}</legend>
      ${choice('kind', 'open', say.open, tab !== 'private')}${choice('kind', 'direct', say.direct, tab === 'private')}</fieldset>`
}

const choice = (name: string, value: string, label: string, chosen: boolean) =>
  html`<label class="choice ${value}"><input type="radio" name="${name}" value="${value}" ${chosen ? 'checked' : ''}><span>${label}</span></label>`
