import { html } from 'hono/html'
import type { Button } from '../../../model/chat.ts'
import type { Html, View } from './view.ts'

/** What can be done with a message: a button acts at once or opens its form; the rest is behind "more". */
export function buttonsOf(buttons: Button[] | undefined, message: string, view: View): Html {
  if (!buttons || buttons.length === 0) return ''
  const numbered = buttons.map((button, index) => ({ button, index }))
  const front = numbered.filter(({ button }) => !button.overflow)
  const behind = numbered.filter(({ button }) => button.overflow)
  return html`<div class="buttons">${front.map((it) => buttonOf(it.button, it.index, message))}${
    behind.length === 0
      ? ''
      : html`<details class="overflow"><summary>${view.say.moreActions}</summary><div class="menu">${behind.map((it) => buttonOf(it.button, it.index, message))}</div></details>`
  }</div>`
}

function buttonOf(button: Button, index: number, message: string): Html {
  const look = `button ${button.style ?? ''}`
  if (button.form)
    return html`<button type="button" class="${look}" hx-get="/desk/page/form?${new URLSearchParams({ message, button: String(index) })}" hx-target="#sheet" hx-swap="innerHTML">${button.label}</button>`
  return html`<form hx-post="/desk/page/act" hx-swap="none"><input type="hidden" name="message" value="${message}"><input type="hidden" name="action" value="${button.action}"><input type="hidden" name="value" value="${button.value}"><button class="${look}">${button.label}</button></form>`
}
