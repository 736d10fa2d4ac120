import { expect, test } from 'vitest'
import { ask, slackWith } from './ask.ts'
import type { AppManifest } from './manifest.ts'

const commands = (...names: string[]): AppManifest => ({
  oauth_config: { scopes: { bot: ['commands'] } },
  features: { slash_commands: names.map((command) => ({ command, description: 'x' })) },
})

test.each<[string, AppManifest, string]>([
  [
    'an event without its scope',
    { settings: { event_subscriptions: { bot_events: ['message.channels'] } } },
    'message.channels needs the scope channels:history',
  ],
  [
    'an event that there is not',
    { settings: { event_subscriptions: { bot_events: ['message'] } } },
    'unknown event message',
  ],
  ["a command of Slack's own", commands('/topic'), "/topic is Slack's own"],
  ['a command in capitals', commands('/Reply'), '/Reply is no name for a slash command'],
  ['a command twice', commands('/reply', '/reply'), '/reply stands there twice'],
  ['51 commands', commands(...Array.from({ length: 51 }, (_, n) => `/c${n}`)), 'more than 50 slash commands'],
  ['commands without their scope', { features: commands('/reply').features ?? {} }, 'need the scope commands'],
  ['a long name', { display_information: { name: 'a'.repeat(36) } }, 'name has more than 35 characters'],
  [
    'HTTP without an address',
    { settings: { socket_mode_enabled: false, event_subscriptions: { bot_events: [] } } },
    'event_subscriptions needs an https address',
  ],
])('Slack refuses a manifest with %s', async (_, manifest, why) => {
  const slack = await slackWith()
  expect(() => slack.install(manifest)).toThrow(why)
  expect(slack.installed).toBe(false)
})

test('an installed manifest decides on scopes, events, the name of the bot and where people may write', async () => {
  const slack = await slackWith()
  await slack.person({ name: 'delft' })
  slack.install({
    display_information: { name: 'Radio' },
    features: { bot_user: { display_name: 'radio' }, app_home: { messages_tab_enabled: false } },
    oauth_config: { scopes: { bot: ['users:read'] } },
  })
  expect(await ask(slack, 'chat.postMessage', { channel: 'C1', text: 'a' })).toMatchObject({ needed: 'chat:write' })
  expect(slack.workspace.person(slack.workspace.botUser)).toMatchObject({ displayName: 'radio', realName: 'Radio' })
  await expect(slack.types('delft', 'bot', 'Dag')).rejects.toThrow('turned off')
})

test('a socket is refused where the manifest switches Socket Mode off', async () => {
  const slack = await slackWith()
  slack.install({ settings: { socket_mode_enabled: false } })
  const answer = await ask(slack, 'apps.connections.open', {}, slack.appToken)
  expect(answer).toMatchObject({ error: 'socket_mode_not_enabled' })
})
