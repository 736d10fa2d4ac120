import { Declined } from '../declined.ts'
import { answerAt } from '../response-urls.ts'
import { shownMessage, shownView } from '../shapes.ts'
import type { Slack } from '../slack.ts'
import { act } from './act.ts'
import { composeCommand } from './composer.ts'
import { escaped } from './escape.ts'
import { placeOf } from './messages.ts'
import { common, namedChannel } from './payloads.ts'

/** Somebody gives a slash command. Slack has none in threads (bolt-js#1816), so there is no thread to give. */
export async function slash(slack: Slack, who: string, where: string, command: string, text = ''): Promise<void> {
  const { workspace } = slack
  const user = workspace.person(who)
  const known = slack.manifest.features?.slash_commands?.find((one) => one.command === command)
  if (slack.installed && !known) {
    slack.errorsSeen.push({ user: user.id, about: command, reason: 'not a valid command' })
    return slack.changed()
  }
  const channel = placeOf(slack, user.id, where)
  const origin = { user: user.id, channel: channel.id, thread: null, message: null }
  const answer = await act(slack, user.id, 'slash_commands', {
    token: 'verification-token-of-old',
    team_id: workspace.id,
    team_domain: workspace.domain,
    channel_id: channel.id,
    channel_name: namedChannel(channel).name,
    user_id: user.id,
    user_name: user.name,
    command,
    text: known?.should_escape === true ? composeCommand(workspace, text) : escaped(text),
    api_app_id: workspace.appId,
    is_enterprise_install: 'false',
    response_url: slack.responseUrls.make(slack, 'commands', origin),
    trigger_id: slack.triggers.make(user.id),
  })
  if (!answer) return
  try {
    answerAt(slack, origin, answer)
  } catch (error) {
    if (!(error instanceof Declined)) throw error
    slack.errorsSeen.push({ user: user.id, about: command, reason: error.code })
  }
}

/** Somebody chooses one of the app's shortcuts behind a message. */
export async function shortcut(
  slack: Slack,
  who: string,
  where: string,
  ts: string,
  callbackId: string,
): Promise<void> {
  const { workspace } = slack
  const user = workspace.person(who).id
  const channel = placeOf(slack, user, where)
  const message = channel.byTs.get(ts)
  if (!message) throw new Error(`no message ${ts} in ${where}`)
  const offered = slack.manifest.features?.shortcuts?.some(
    (one) => one.type === 'message' && one.callback_id === callbackId,
  )
  if (slack.installed && !offered) throw new Error(`the app has no shortcut ${callbackId} for messages`)
  const thread = message.thread_ts ?? null
  await act(slack, user, 'interactive', {
    type: 'message_action',
    ...common(slack, user),
    action_ts: workspace.stamps.next(),
    callback_id: callbackId,
    trigger_id: slack.triggers.make(user),
    response_url: slack.responseUrls.make(slack, 'app', { user, channel: channel.id, thread, message: ts }),
    channel: namedChannel(channel),
    message_ts: ts,
    message: shownMessage(message),
  })
}

/** Somebody chooses one of the app's shortcuts that belong to no message. */
export async function globalShortcut(slack: Slack, who: string, callbackId: string): Promise<void> {
  const user = slack.workspace.person(who).id
  const offered = slack.manifest.features?.shortcuts?.some(
    (one) => one.type === 'global' && one.callback_id === callbackId,
  )
  if (slack.installed && !offered) throw new Error(`the app has no shortcut ${callbackId}`)
  await act(slack, user, 'interactive', {
    type: 'shortcut',
    ...common(slack, user),
    action_ts: slack.workspace.stamps.next(),
    callback_id: callbackId,
    trigger_id: slack.triggers.make(user),
  })
}

/** Somebody opens the app's Home; the page that he sees is whatever was published last. */
export function opensHome(slack: Slack, who: string): void {
  const { workspace } = slack
  const user = workspace.person(who).id
  const view = slack.views.homes.get(user)
  slack.events.tell('app_home_opened', {
    type: 'app_home_opened',
    user,
    channel: workspace.im(user).id,
    tab: 'home',
    event_ts: workspace.stamps.next(),
    ...(view ? { view: shownView(view, workspace) } : {}),
  })
}
