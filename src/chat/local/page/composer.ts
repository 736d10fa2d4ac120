import { html } from 'hono/html'
import type { Message } from '../store/messages.ts'
import type { Html, View } from './view.ts'

/** Where a person types: commands in the channel, words to colleagues and `@schatkamer` in a thread. */
export function composerOf(view: View, root: Message | null): Html {
  const { say, channel, parts } = view
  const thread = root === null ? null : parts.store.messages.idOf(root.seq)
  const name = root === null ? `c${channel.id}` : `t${root.seq}`
  const label = root === null ? say.write(channel.name) : say.writeThread
  const place = `${channel.name}/${thread ?? ''}`
  return html`<form class="composer" id="compose-${name}" hx-morph-skip hx-post="/desk/page/say" hx-swap="none" data-place="${place}">
    <input type="hidden" name="channel" value="${channel.name}">${thread ? html`<input type="hidden" name="thread" value="${thread}">` : ''}
    <label class="said" for="text-${name}">${label}</label>
    <textarea id="text-${name}" name="text" rows="1" required placeholder="${label}" aria-autocomplete="list" aria-controls="options-${name}" aria-describedby="hint-${name}" autocomplete="off" dir="auto" ${root === null ? html`aria-keyshortcuts="/"` : html`aria-keyshortcuts="c"`}></textarea>
    <button class="button">${say.send}</button>
    ${root === null ? '' : imageOf(view, name)}
    <span class="said" id="hint-${name}">${say.sendHint}</span>
    <ul class="options" id="options-${name}" role="listbox" aria-label="${say.completions}" hidden>${root === null ? commands(view, '/') : html`${commands(view, '@schatkamer ')}${colleagues(view)}`}</ul>
  </form>`
}

/** An image goes by its address, with what is to be seen on it; the two go together. */
const imageOf = ({ say }: View, name: string): Html =>
  html`<details class="image"><summary>${say.image}</summary><div class="pair">
      <label for="image-url-${name}">${say.imageUrl}<input id="image-url-${name}" name="image-url" type="url" pattern="https://.+" maxlength="2000" placeholder="https://" autocomplete="off" spellcheck="false"></label>
      <label for="image-alt-${name}">${say.imageAlt}<input id="image-alt-${name}" name="image-alt" maxlength="5000" autocomplete="off" dir="auto"></label></div></details>`

const commands = ({ premises }: View, prefix: string): Html[] =>
  premises.commands.map(({ name, usage, summary }) => {
    const bare = name.replace(/^\//, '')
    return option(`${prefix}${bare} `, usage.replace(/^\//, prefix), summary)
  })

const colleagues = ({ members, me }: View): Html[] =>
  [...members.values()].filter((it) => it.id !== me.id).map((it) => option(`@${it.id} `, `@${it.id}`, it.name))

const option = (value: string, shown: string, summary: string): Html =>
  html`<li role="option" aria-selected="false" data-value="${value}"><code>${shown}</code><span>${summary}</span></li>`
