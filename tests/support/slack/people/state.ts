import type { Block, Element, View } from '../types.ts'

type Values = View['state']['values']

/** What a view's inputs hold when it appears: what was typed before under the same ids, else what the app put there. */
export function initialState(blocks: Block[], typed: Values): Values {
  const values: Values = {}
  for (const block of blocks) {
    for (const element of holders(block)) {
      const id = element.action_id ?? ''
      const before = typed[block.block_id ?? '']?.[id]
      values[block.block_id ?? ''] = { ...values[block.block_id ?? ''], [id]: before ?? held(element) }
    }
  }
  return values
}

/** The elements of a block that hold a value; buttons and menus behind dots hold none. */
export function holders(block: Block): Element[] {
  const all = [block.element, block.accessory, ...(block.type === 'actions' ? (block.elements ?? []) : [])]
  return all.filter((one): one is Element => one !== undefined && !['button', 'overflow', 'image'].includes(one.type))
}

function held(element: Element): Record<string, unknown> {
  const { type } = element
  if (type === 'plain_text_input') return { type, value: element.initial_value ?? null }
  if (type === 'checkboxes') return { type, selected_options: element.initial_options ?? [] }
  if (type === 'users_select') return { type, selected_user: element.initial_user ?? null }
  if (type === 'conversations_select') return { type, selected_conversation: element.initial_conversation ?? null }
  if (type === 'datepicker') return { type, selected_date: element.initial_date ?? null }
  if (type === 'timepicker') return { type, selected_time: element.initial_time ?? null }
  return { type, selected_option: element.initial_option ?? null }
}
