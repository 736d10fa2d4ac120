import { html } from 'hono/html'
import type { Button, Field } from '../../../model/chat.ts'
import { type DeskWording, deskPageWording } from '../../../wording/desk-page.ts'
import { lengthOn } from './length.ts'
import type { Html, Language } from './view.ts'

/** The form that a button opens at `now` (UTC ms), as the inside of the page's dialog. */
export function sheetOf(button: Button, message: string, language: Language, now: number): Html {
  const say = deskPageWording(language)
  const { form } = button
  if (!form) return ''
  return html`<form class="sheet" hx-post="/desk/page/act" hx-swap="none" data-sheet>
    <h2 id="sheet-title">${form.title}</h2>
    ${form.context ? html`<p class="context" dir="auto">${form.context}</p>` : ''}
    <input type="hidden" name="message" value="${message}"><input type="hidden" name="action" value="${button.action}"><input type="hidden" name="value" value="${button.value}">
    ${form.fields.map((field, index) => (field.kind === 'opened' ? html`<input type="hidden" name="f.${field.name}" value="${now}">` : fieldOf(field, index, say)))}
    <div class="acts"><button class="button primary ${button.style ?? ''}">${form.submit}</button><button type="button" class="button" data-cancel>${say.cancel}</button></div>
  </form>`
}

/** A member's own message, to be changed. */
export function editSheet(text: string, message: string, language: Language): Html {
  const say = deskPageWording(language)
  const field: Field = { name: 'text', label: say.message, kind: 'lines', value: text, required: true }
  return html`<form class="sheet" hx-post="/desk/page/change" hx-swap="none" data-sheet>
    <h2 id="sheet-title">${say.editTitle}</h2><input type="hidden" name="message" value="${message}">
    ${fieldOf(field, 0, say)}
    <div class="acts"><button class="button primary">${say.save}</button><button type="button" class="button" data-cancel>${say.cancel}</button></div>
  </form>`
}

function fieldOf(field: Field, index: number, say: DeskWording): Html {
  const id = `field-${index}`
  return html`<div class="field"><label for="${id}">${field.label}</label>${controlOf(field, id)}${counterOf(field, id, say)}</div>`
}

function controlOf(field: Field, id: string): Html {
  const name = `f.${field.name}`
  const required = field.required ? html`required` : ''
  const value = field.value ?? ''
  switch (field.kind) {
    case 'choice':
      return html`<select id="${id}" name="${name}" ${required}>${(field.options ?? []).map(
        (it) => html`<option value="${it.value}" ${it.value === value ? html`selected` : ''}>${it.label}</option>`,
      )}</select>`
    case 'lines':
      return html`<textarea id="${id}" name="${name}" rows="5" dir="auto" ${required}${field.limit ? html` aria-describedby="${id}-length"` : ''}>${value}</textarea>`
    case 'opened':
    case 'text':
      return html`<input id="${id}" name="${name}" type="text" value="${value}" dir="auto" ${required}>`
    default:
      return field.kind satisfies never
  }
}

/** The length as the network counts it; the page's script keeps it up while somebody types. */
function counterOf({ limit, value }: Field, id: string, say: DeskWording): Html {
  if (!limit) return ''
  const length = lengthOn(limit.network, `${value ?? ''}${limit.suffix}`)
  return html`<output id="${id}-length" class="length ${length > limit.max ? 'over' : ''}" for="${id}" data-network="${limit.network}" data-max="${limit.max}" data-suffix="${limit.suffix}" data-over="${say.over(0)}">${length}/${limit.max}</output>`
}
