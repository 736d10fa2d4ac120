import type { AppManifest } from './manifest.ts'
import { SCOPE_OF_EVENT } from './scopes-of-events.ts'

/** Lengths and numbers of docs.slack.dev/reference/app-manifest. */
const MOST = {
  name: 35,
  description: 140,
  longDescription: 4000,
  displayName: 80,
  shortcuts: 10,
  shortcutName: 24,
  shortcutDescription: 150,
  callback: 255,
  commands: 50,
  command: 32,
  commandDescription: 2000,
  usage: 1000,
} as const

/** Commands of Slack's own, which no app can have: slack.com/help/articles/201259356, and some from memory. */
const OWN = new Set(
  [
    ...['archive', 'away', 'call', 'collapse', 'dm', 'dnd', 'expand', 'feed', 'feedback', 'huddle', 'invite', 'join'],
    ...['kick', 'leave', 'me', 'msg', 'mute', 'open', 'part', 'pro', 'prefs', 'remind', 'remove', 'rename', 'search'],
    ...['shortcuts', 'shrug', 'star', 'status', 'topic', 'unarchive', 'who'],
  ].map((name) => `/${name}`),
)

/** What Slack's page says of a manifest that it does not take; empty for one that it takes. */
export function faultsOf(manifest: AppManifest): string[] {
  return [...lengths(manifest), ...commands(manifest), ...events(manifest), ...addresses(manifest)]
}

function* lengths({ display_information: shown, features }: AppManifest): Generator<string> {
  const long = (what: string, text: string | undefined, most: number) =>
    (text ?? '').length > most ? [`${what} has more than ${most} characters`] : []
  yield* long('name', shown?.name, MOST.name)
  yield* long('description', shown?.description, MOST.description)
  yield* long('long_description', shown?.long_description, MOST.longDescription)
  yield* long('display_name', features?.bot_user?.display_name, MOST.displayName)
  for (const one of features?.shortcuts ?? []) {
    yield* long(`shortcut ${one.name}`, one.name, MOST.shortcutName)
    yield* long(`description of ${one.name}`, one.description, MOST.shortcutDescription)
    yield* long(`callback of ${one.name}`, one.callback_id, MOST.callback)
  }
  for (const one of features?.slash_commands ?? []) {
    yield* long(one.command, one.command, MOST.command)
    yield* long(`description of ${one.command}`, one.description, MOST.commandDescription)
    yield* long(`usage of ${one.command}`, one.usage_hint, MOST.usage)
  }
}

function* commands({ features, oauth_config: oauth }: AppManifest): Generator<string> {
  const known = new Set<string>()
  const all = features?.slash_commands ?? []
  if ((features?.shortcuts ?? []).length > MOST.shortcuts) yield `more than ${MOST.shortcuts} shortcuts`
  if (all.length > MOST.commands) yield `more than ${MOST.commands} slash commands`
  const asks = all.length + (features?.shortcuts ?? []).length > 0
  if (asks && !oauth?.scopes?.bot?.includes('commands')) yield 'commands and shortcuts need the scope commands'
  for (const { command } of all) {
    if (!/^\/[\p{Ll}\p{N}_-]+$/u.test(command)) yield `${command} is no name for a slash command`
    if (OWN.has(command)) yield `${command} is Slack's own`
    if (known.size === known.add(command).size) yield `${command} stands there twice`
  }
}

function* events({ settings, oauth_config: oauth }: AppManifest): Generator<string> {
  for (const event of settings?.event_subscriptions?.bot_events ?? []) {
    const scope = SCOPE_OF_EVENT[event]
    if (scope === undefined) yield `unknown event ${event}`
    else if (scope && !oauth?.scopes?.bot?.includes(scope)) yield `the event ${event} needs the scope ${scope}`
  }
}

/** Without Socket Mode everything that Slack tells the app needs an address, by https. */
function* addresses({ settings, features }: AppManifest): Generator<string> {
  if (settings?.socket_mode_enabled !== false) return
  const { event_subscriptions: events, interactivity } = settings
  const wanted: [string, string | undefined][] = [
    ...(events ? [['event_subscriptions', events.request_url] as [string, string | undefined]] : []),
    ...(interactivity?.is_enabled
      ? [['interactivity', interactivity.request_url] as [string, string | undefined]]
      : []),
    ...(features?.slash_commands ?? []).map(({ command, url }) => [command, url] as [string, string | undefined]),
  ]
  for (const [what, url] of wanted) if (!url?.startsWith('https://')) yield `${what} needs an https address`
}
