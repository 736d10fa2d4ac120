import type { PlainTextOption, Button as SlackButton } from '@slack/types'
import type { Button } from '../../model/chat.ts'
import { plain } from './draw/plain.ts'

/**
 * How a button of ours stands in Slack and is read back. A button carries its verb in `action_id` and what it acts on
 * in `value`; an option of a menu carries both in its `value`. `n` makes an `action_id` unique in its message.
 * Limits: docs.slack.dev, reference/block-kit: action_id 255, a button's text 75 and value 2,000, an option's text 75
 * and value 150.
 */
const LIMIT = { id: 255, value: 2_000, label: 75, option: 150 } as const

/** What somebody pressed or chose; `opensForm`: a form has to be shown before anything happens. */
export interface Pressed {
  action: string
  value: string
  opensForm: boolean
}

/** An element of a message as Slack sends it back with `block_actions`. */
export interface BlockAction {
  type: string
  action_id: string
  value?: string | undefined
  selected_option?: { value?: string | undefined } | null | undefined
}

const way = ({ form }: Pick<Button, 'form'>): 'form' | 'act' => (form ? 'form' : 'act')

export function drawButton(button: Button, n: number): SlackButton {
  const value = fits(button.value, LIMIT.value)
  return {
    type: 'button',
    action_id: fits(`${way(button)}:${n}:${button.action}`, LIMIT.id),
    text: plain(button.label, LIMIT.label),
    ...(value !== '' && { value }),
    ...(button.style && { style: button.style }),
  }
}

/** The `action_id` of the menu behind "more" and of a choice; which verb it is stands in the option. */
export const menuId = (n: number): string => `menu:${n}`

/** One line of a menu. */
export const drawOption = (button: Pick<Button, 'action' | 'value' | 'label' | 'form'>): PlainTextOption => ({
  text: plain(button.label, LIMIT.label),
  value: fits(optionValue(button), LIMIT.option),
})

/** Whether it has room in a menu; else it has to be a button of its own. */
export const fitsMenu = (button: Pick<Button, 'action' | 'value' | 'form'>): boolean =>
  optionValue(button).length <= LIMIT.option

const optionValue = ({ action, value, form }: Pick<Button, 'action' | 'value' | 'form'>): string =>
  `${way({ ...(form && { form }) })}:${action}:${value}`

/** Null for what is no button of the station's. */
export function decodeAction({ type, action_id, value, selected_option }: BlockAction): Pressed | null {
  const inMenu = type === 'overflow' || type === 'static_select'
  const [, how, action, rest] = inMenu
    ? (/^(act|form):([^:]+):([\s\S]*)$/.exec(selected_option?.value ?? '') ?? [])
    : (/^(act|form):\d+:([^:]+)()$/.exec(action_id) ?? [])
  if (!how || !action) return null
  return { action, value: inMenu ? (rest ?? '') : (value ?? ''), opensForm: how === 'form' }
}

/** What is too long was made wrongly: half of a verb or of a number would do something else. */
function fits(text: string, limit: number): string {
  if (text.length > limit) throw new Error(`a button's ${text.length} characters do not fit in Slack's ${limit}`)
  return text
}
