import { shownView } from '../shapes.ts'
import type { Slack } from '../slack.ts'
import type { Block, View } from '../types.ts'
import { act } from './act.ts'
import { actable, type Found } from './find-element.ts'
import { common } from './payloads.ts'
import { viewActed } from './presses.ts'

/** Types in a field of the open modal, named by its label, its action or its block; the app hears of it where it asked. */
export async function typesInModal(slack: Slack, who: string, field: string, text: string): Promise<void> {
  const view = openModal(slack, who)
  const found = fill(view, field, text)
  const asked = (found.element.dispatch_action_config as { trigger_actions_on?: string[] } | undefined)
    ?.trigger_actions_on
  if (found.block.dispatch_action === true && (asked ?? ['on_enter_pressed']).includes('on_character_entered')) {
    await viewActed(slack, view, found, text)
  }
}

/** Presses Enter in a field. */
export async function entersInModal(slack: Slack, who: string, field: string): Promise<void> {
  const view = openModal(slack, who)
  const found = fieldOf(view, field)
  const asked = (found.element.dispatch_action_config as { trigger_actions_on?: string[] } | undefined)
    ?.trigger_actions_on
  const held = view.state.values[found.block.block_id ?? '']?.[found.element.action_id ?? '']
  if (found.block.dispatch_action === true && (asked ?? ['on_enter_pressed']).includes('on_enter_pressed')) {
    await viewActed(slack, view, found, String(held?.value ?? ''))
  }
}

/** Submits the open modal; answers with the errors that the app put beside its fields, else null. */
export async function submits(
  slack: Slack,
  who: string,
  values: Record<string, string> = {},
): Promise<Record<string, string> | null> {
  const view = openModal(slack, who)
  for (const [field, text] of Object.entries(values)) fill(view, field, text)
  const empty = view.blocks.filter((block) => block.type === 'input' && block.optional !== true && isEmpty(view, block))
  // Slack's client says this itself, and sends nothing.
  if (empty.length > 0)
    return Object.fromEntries(empty.map((block) => [block.block_id ?? '', 'Please complete this required field.']))
  const answer = await act(slack, view.user, 'interactive', {
    type: 'view_submission',
    ...common(slack, view.user),
    trigger_id: slack.triggers.make(view.user),
    view: shownView(view, slack.workspace),
    response_urls: [],
  })
  const failed = slack.errorsSeen.at(-1)
  if (answer === null && failed?.about === 'view_submission' && failed.user === view.user) return null
  return afterSubmit(slack, view, answer)
}

function afterSubmit(slack: Slack, view: View, answer: Record<string, unknown> | null): Record<string, string> | null {
  const action = answer?.response_action
  if (action === 'errors') {
    const errors = answer?.errors as Record<string, string>
    for (const id of Object.keys(errors)) {
      // From memory: an error for what is no input is an error of the app, and the person sees Slack's triangle.
      const input = view.blocks.find((block) => block.block_id === id && block.type === 'input')
      if (!input) slack.errorsSeen.push({ user: view.user, about: 'view_submission', reason: `no input ${id}` })
    }
    return errors
  }
  if (action === 'update') slack.views.update(view, answer?.view, '')
  else if (action === 'push') slack.views.push(view.user, answer?.view)
  else slack.views.close(view.user, action === 'clear')
  return null
}

/** Closes the modal with its X or its Cancel. */
export async function closes(slack: Slack, who: string): Promise<void> {
  const view = openModal(slack, who)
  slack.views.close(view.user)
  if (!view.notify_on_close) return
  const payload = {
    type: 'view_closed',
    ...common(slack, view.user),
    view: shownView(view, slack.workspace),
    is_cleared: false,
  }
  await act(slack, view.user, 'interactive', payload)
}

export function openModal(slack: Slack, who: string): View {
  const view = slack.views.top(slack.workspace.person(who).id)
  if (!view) throw new Error(`${who} has no modal open`)
  return view
}

function fieldOf(view: View, field: string): Found {
  const found = [...actable(view.blocks)].find(({ block, element, option }) => {
    const label = (block.label as { text?: string } | undefined)?.text
    return !option && element.type !== 'button' && [block.block_id, element.action_id, label].includes(field)
  })
  if (!found)
    throw new Error(`no field ${field} in ${JSON.stringify(view.blocks.map((block) => block.label ?? block.block_id))}`)
  return found
}

function fill(view: View, field: string, text: string): Found {
  const found = fieldOf(view, field)
  const { block, element } = found
  const held = view.state.values[block.block_id ?? '']?.[element.action_id ?? '']
  if (!held) throw new Error(`${field} holds no value`)
  if (element.type === 'plain_text_input') {
    if (typeof element.max_length === 'number' && text.length > element.max_length)
      throw new Error(`${field} takes ${element.max_length} characters`)
    held.value = text === '' ? null : text
  } else {
    const option = element.options?.find((one) => one.value === text || one.text.text === text)
    if (!option) throw new Error(`${field} offers no ${text}`)
    held.selected_option = option
  }
  return found
}

function isEmpty(view: View, block: Block): boolean {
  return Object.values(view.state.values[block.block_id ?? ''] ?? {}).every(({ type: _, ...held }) =>
    Object.values(held).every((one) => one === null),
  )
}
