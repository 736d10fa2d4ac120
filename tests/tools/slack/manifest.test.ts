import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../../commands/index.ts'
import { type ManifestParts, manifestOf, TAKEN_BY_SLACK } from '../../../src/tools/slack-manifest/manifest.ts'
import { BOT_EVENTS, BOT_SCOPES, scopeOf } from '../../../src/tools/slack-manifest/scopes.ts'
import { type AppManifest, faultsOf } from '../../support/slack/manifest.ts'

const manifest = (parts: Partial<ManifestParts> = {}) =>
  manifestOf({ name: 'Schatkamer', language: 'nl', prefix: '', http: null, ...parts })
const commandsOf = (parts: Partial<ManifestParts> = {}) => manifest(parts).features?.slash_commands ?? []

describe.each(['nl', 'en'] as const)('in %s', (language) => {
  test('everything is within what Slack takes of it, with the longest prefix too', () => {
    for (const prefix of ['', 'a'.repeat(19)]) {
      const it = manifest({ language, prefix, http: 'https://station.example.nl' })
      expect(faultsOf(JSON.parse(JSON.stringify(it)) as AppManifest)).toEqual([])
      expect(it.display_information.description?.length).toBeLessThanOrEqual(140)
      expect(it.display_information.long_description?.length).toBeGreaterThanOrEqual(174)
      expect(it.display_information.long_description?.length).toBeLessThanOrEqual(4_000)
      const [shortcut] = it.features?.shortcuts ?? []
      expect(shortcut?.name.length).toBeLessThanOrEqual(24)
      expect(shortcut?.description.length).toBeLessThanOrEqual(150)
      expect(it.features?.slash_commands?.length).toBeLessThanOrEqual(50)
      for (const { command, description, usage_hint = '' } of it.features?.slash_commands ?? []) {
        expect(command).toMatch(/^\/[a-z0-9-]{1,31}$/)
        expect(description.length).toBeLessThanOrEqual(2_000)
        expect(usage_hint.length).toBeLessThanOrEqual(1_000)
      }
    }
  })
})

test('every command of the station is there once, under its name, and none has a name that is Slack’s own', () => {
  const names = commandsOf().map(({ command }) => command.slice(1))
  expect(names).toEqual(COMMANDS.map(({ name }) => name))
  expect(names.filter((name) => TAKEN_BY_SLACK.has(name))).toEqual([])
})

test('the usage stands behind the command without its name, and with the prefix where it names it once more', () => {
  const close = commandsOf({ prefix: 'sk-', language: 'en' }).find(({ command }) => command === '/sk-close')
  expect(close).toEqual({
    command: '/sk-close',
    description: 'Close one or more conversations with a reason',
    usage_hint: '12 13 answered, or /sk-close 12 could not help because …',
    should_escape: true,
  })
  expect(commandsOf().find(({ command }) => command === '/onair')).not.toHaveProperty('usage_hint')
  expect(commandsOf().find(({ command }) => command === '/station')?.usage_hint).toBe(
    '/station pause, of /station resume',
  )
})

test('in Socket Mode nothing has an address; over HTTP everything goes to the one door', () => {
  expect(JSON.stringify(manifest())).not.toMatch(/"(?:request_url|url)"/)
  expect(manifest().settings?.socket_mode_enabled).toBe(true)
  const http = manifest({ http: 'https://station.example.nl' })
  const door = 'https://station.example.nl/slack/events'
  expect(http.settings).toMatchObject({
    socket_mode_enabled: false,
    event_subscriptions: { request_url: door },
    interactivity: { is_enabled: true, request_url: door },
  })
  expect(new Set(http.features?.slash_commands?.map(({ url }) => url))).toEqual(new Set([door]))
})

test('a long name is cut to what Slack takes, and not through a character', () => {
  const name = manifest({ name: `${'a'.repeat(33)}🎙🎙aa` }).display_information.name
  expect(name).toBe(`${'a'.repeat(33)}…`)
})

test('what the app is told of, it may be told of', () => {
  const needed = BOT_EVENTS.flatMap((event) => scopeOf(event) ?? [])
  expect(needed.filter((scope) => !BOT_SCOPES.includes(scope))).toEqual([])
  expect(manifest().settings?.event_subscriptions?.bot_events).toEqual(BOT_EVENTS)
  expect(manifest().oauth_config?.scopes?.bot).toEqual(BOT_SCOPES)
})
