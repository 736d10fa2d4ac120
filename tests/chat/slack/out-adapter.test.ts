import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import type { Handlers } from '../../../src/chat/chat.ts'
import { slackChat } from '../../../src/chat/slack/adapter.ts'
import type { ChatEvent, Content } from '../../../src/model/chat.ts'
import { ManualClock } from '../../support/clock.ts'
import { FakeSlack } from '../../support/slack/fake.ts'
import { premises } from './outside.ts'

async function station(mode: 'socket' | 'http' = 'http') {
  const clock = new ManualClock()
  const slack = await FakeSlack.start({ clock, limits: false, mode })
  onTestFinished(() => slack.stop())
  const memory = new Map<string, string>()
  const chat = slackChat({
    botToken: slack.botToken,
    appToken: mode === 'socket' ? slack.appToken : null,
    signingSecret: mode === 'http' ? slack.signingSecret : null,
    prefix: '',
    fetch: slack.fetch,
    dispatcher: null,
    address: () => 'http://127.0.0.1:3000',
    clock,
    log: pino({ level: 'silent' }),
    memory: { get: async (key) => memory.get(key) ?? null, set: async (key, value) => void memory.set(key, value) },
  })
  const told: string[] = []
  const heard: ChatEvent[] = []
  const handlers: Handlers = {
    store: async (events) => void heard.push(...events),
    handle: async () => [],
    form: async () => ({ told: [] }),
    home: async () => [],
    trouble: ({ code, facts }, mended) => told.push(`${mended ? 'mended' : 'trouble'} ${code} ${facts?.channel ?? ''}`),
  }
  return { slack, chat, handlers, told, heard, clock }
}

test('what must be mended before the station listens is told when it does', async () => {
  const { slack, chat, handlers, told } = await station()
  await slack.person({ name: 'delft' })
  await slack.channel('nacht', { private: true, members: ['delft'] })
  await chat.prepare(premises)
  expect(told).toEqual([])
  const stop = new AbortController()
  const listening = chat.listen(handlers, stop.signal)
  expect(told).toEqual(['trouble slack-invite #nacht'])
  stop.abort()
  await listening
})

test('it ends when it is told to, and not before', async () => {
  const { slack, chat, handlers, clock } = await station()
  await chat.prepare(premises)
  const stop = new AbortController()
  let ended = false
  const listening = chat.listen(handlers, stop.signal).finally(() => {
    ended = true
  })
  slack.tokens.state.bot = 'token_revoked'
  await chat.open('nacht', { kind: 'notice', text: 'hallo' }, 'key-1')
  expect(chat.reachable).toBe(false)
  slack.tokens.state.bot = 'good'
  clock.advance(15_000)
  await slack.until(() => slack.requests.at(-1)?.method === 'auth.test' && slack.requests.at(-1)?.ok)
  expect(ended).toBe(false)
  stop.abort()
  await listening
  expect(chat.reachable).toBe(true)
})

test('it says how fast Slack takes messages, and how fast revisions', async () => {
  const { chat } = await station()
  expect(chat).toMatchObject({ platform: 'slack', pace: { post: 1_000, revise: 1_200 }, reachable: true })
})

test('a button of a card that it put there comes back as what it stands for', async () => {
  const { slack, chat, handlers, heard } = await station('socket')
  await slack.person({ name: 'delft' })
  await chat.prepare(premises)
  await slack.joinsChannel('delft', 'ochtendblad')
  const stop = new AbortController()
  const listening = chat.listen(handlers, stop.signal)
  await slack.until(() => slack.sockets.open.size === 2)
  const buttons: Content['buttons'] = [
    { action: 'claim', value: '12', label: 'Oppakken' },
    { action: 'like', value: '12', label: 'Vind ik leuk', overflow: true },
    { action: 'ask-private', value: '12.1', label: 'Vraag privé', overflow: true },
  ]
  const pick: Content['pick'] = { action: 'open', label: 'Open', options: [{ value: '40', label: '#40' }] }
  const root = await chat.open(
    'ochtendblad',
    { kind: 'card', text: '#12', buttons, pick, about: { conversation: 12 } },
    'k',
  )
  const ts = 'id' in root ? root.id : ''
  for (const label of ['Oppakken', 'Vraag privé', '#40']) await slack.presses('delft', 'ochtendblad', ts, label)
  await slack.settled()
  const presses = heard.flatMap((it) => (it.kind === 'action' ? [`${it.action} ${it.value} in ${it.channel}`] : []))
  expect(presses).toEqual(['claim 12 in ochtendblad', 'ask-private 12.1 in ochtendblad', 'open 40 in ochtendblad'])
  stop.abort()
  await listening
})
