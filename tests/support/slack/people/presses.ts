import { shownMessage, shownView } from '../shapes.ts'
import type { Slack } from '../slack.ts'
import type { Channel, Ephemeral, Message, View } from '../types.ts'
import { act } from './act.ts'
import { type Found, findElement } from './find-element.ts'
import { common, namedChannel } from './payloads.ts'

/** Somebody presses or chooses something under a message. */
export async function presses(slack: Slack, who: string, where: string, ts: string, wanted: string): Promise<void> {
  const user = slack.workspace.person(who).id
  const channel = slack.workspace.channel(where)
  const message = channel.byTs.get(ts)
  if (!message) throw new Error(`no message ${ts} in ${where}`)
  await pressed(slack, user, channel, message, findElement(message.blocks ?? [], wanted), false)
}

/** The same under what only this person sees, the newest that has it. */
export async function pressesEphemeral(slack: Slack, who: string, wanted: string, ts?: string): Promise<void> {
  const user = slack.workspace.person(who).id
  const mine = slack.privately.filter((one) => one.to === user && (ts === undefined || one.ts === ts))
  const message = mine.findLast((one) => canPress(one, wanted)) ?? mine.at(-1)
  if (!message) throw new Error(`${who} sees nothing that is for ${who} alone`)
  const found = findElement(message.blocks ?? [], wanted)
  await pressed(slack, user, slack.workspace.channel(message.channel), message, found, true)
}

/** Presses or chooses something in the modal on top. */
export async function pressesInModal(slack: Slack, who: string, wanted: string): Promise<void> {
  const view = slack.views.top(slack.workspace.person(who).id)
  if (!view) throw new Error(`${who} has no modal open`)
  await pressedInView(slack, view, wanted)
}

export async function pressesInHome(slack: Slack, who: string, wanted: string): Promise<void> {
  const view = slack.views.homes.get(slack.workspace.person(who).id)
  if (!view) throw new Error(`nothing was published for the Home of ${who}`)
  await pressedInView(slack, view, wanted)
}

async function pressedInView(slack: Slack, view: View, wanted: string): Promise<void> {
  const found = findElement(view.blocks, wanted)
  if (found.option) choose(view, found)
  if (found.block.type === 'input' && found.block.dispatch_action !== true) return
  await viewActed(slack, view, found)
}

export async function viewActed(slack: Slack, view: View, found: Found, typed?: string): Promise<void> {
  await act(slack, view.user, 'interactive', {
    type: 'block_actions',
    ...common(slack, view.user),
    container: { type: 'view', view_id: view.id },
    trigger_id: slack.triggers.make(view.user),
    view: shownView(view, slack.workspace),
    actions: [actionOf(slack, found, typed)],
  })
}

async function pressed(
  slack: Slack,
  user: string,
  channel: Channel,
  message: Message | Ephemeral,
  found: Found,
  ephemeral: boolean,
): Promise<void> {
  const thread = message.thread_ts ?? null
  const origin = { user, channel: channel.id, thread, message: message.ts }
  await act(slack, user, 'interactive', {
    type: 'block_actions',
    ...common(slack, user),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      // Also for what one person sees: slackapi/java-slack-sdk#1200 shows one.
      ...(thread ? { thread_ts: thread } : {}),
    },
    trigger_id: slack.triggers.make(user),
    channel: namedChannel(channel),
    // From memory: of what one person alone sees Slack keeps nothing, and sends no message along.
    ...(ephemeral ? {} : { message: shownMessage(message) }),
    state: { values: {} },
    response_url: slack.responseUrls.make(slack, 'actions', origin),
    actions: [actionOf(slack, found)],
  })
}

function actionOf(slack: Slack, { block, element, option }: Found, typed?: string): Record<string, unknown> {
  const { type, action_id, text, value, style } = element
  const common = { type, action_id, block_id: block.block_id, action_ts: slack.workspace.stamps.next() }
  if (option) return { ...common, selected_option: { text: option.text, value: option.value } }
  if (type === 'plain_text_input') return { ...common, value: typed }
  return { ...common, text, ...(value === undefined ? {} : { value }), ...(style ? { style } : {}) }
}

function choose(view: View, { block, element, option }: Found): void {
  const held = view.state.values[block.block_id ?? '']?.[element.action_id ?? '']
  if (!held || !option) return
  if (element.type === 'checkboxes') held.selected_options = [...((held.selected_options as unknown[]) ?? []), option]
  else held.selected_option = option
}

function canPress(message: Message, wanted: string): boolean {
  try {
    findElement(message.blocks ?? [], wanted)
    return true
  } catch {
    return false
  }
}
