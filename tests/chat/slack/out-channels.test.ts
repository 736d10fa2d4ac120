import { describe, expect, test } from 'vitest'
import { slackName } from '../../../src/chat/slack/directory.ts'
import type { Content } from '../../../src/model/chat.ts'
import { outside, premises } from './outside.ts'

const notice: Content = { kind: 'notice', text: 'hallo' }
const others = premises.channels.slice(1).map((it) => it.name)

test('channels that are not there are made, described, and known by their names', async () => {
  const { slack, chat, calls, told } = await outside()
  await chat.prepare.prepare(premises)
  for (const { name } of premises.channels) {
    const id = slack.channelNamed(name)?.id ?? ''
    expect(chat.directory.idOf(name)).toBe(id)
    expect(chat.directory.nameOf(id)).toBe(name)
  }
  expect(slack.channelNamed('ochtendblad')).toMatchObject({
    topic: 'Ochtendblad: kranten & koffie',
    purpose: 'Ma–vr 07:00–09:00',
  })
  expect(calls('conversations.list')).toHaveLength(1)
  expect(told).toEqual([])
})

test('a second start asks after each and changes nothing', async () => {
  const { slack, chat, calls, memory } = await outside()
  await chat.prepare.prepare(premises)
  expect(memory.get('slack:channel:nacht')).toBe(slack.channelNamed('nacht')?.id)
  const before = slack.requests.length
  await chat.prepare.again()
  expect(slack.requests.slice(before).map((it) => it.method)).toEqual(premises.channels.map(() => 'conversations.info'))
  expect(calls('conversations.setTopic')).toHaveLength(3)
})

test('a public channel that is there is joined, and what it says about itself put right', async () => {
  const { slack, chat, calls } = await outside()
  await slack.person({ name: 'delft' })
  await slack.channel('ochtendblad', { members: ['delft'] })
  await chat.prepare.prepare(premises)
  expect(calls('conversations.create').map((it) => it.args.name)).toEqual(others)
  expect(slack.channelNamed('ochtendblad')?.topic).toBe('Ochtendblad: kranten & koffie')
  expect((await chat.open('ochtendblad', notice, 'key')).status).toBe('published')
})

test('a channel that somebody renames stays the same one', async () => {
  const { slack, chat, calls } = await outside()
  await chat.prepare.prepare(premises)
  const id = chat.directory.idOf('nacht') ?? ''
  await slack.renames('nacht', 'nachtdienst')
  await chat.prepare.again()
  expect((await chat.open('nacht', notice, 'key')).status).toBe('published')
  expect(slack.messages('nachtdienst').at(-1)?.text).toBe('hallo')
  expect(chat.directory.nameOf(id)).toBe('nacht')
  expect(calls('conversations.create')).toHaveLength(3)
})

test('a private channel that the bot is not in: one asks for an invitation, and it goes on when it comes', async () => {
  const { slack, chat, told } = await outside()
  await slack.person({ name: 'delft' })
  for (const name of ['ochtendblad', 'nacht']) await slack.channel(name, { private: true, members: ['delft'] })
  await chat.prepare.prepare(premises)
  await chat.prepare.again()
  expect(told).toEqual(['trouble slack-invite #ochtendblad, #nacht'])
  expect(await chat.open('nacht', notice, 'key')).toEqual({ status: 'rejected', reason: 'no-channel' })
  await slack.invitesBot('nacht')
  await chat.prepare.again()
  expect(told.slice(1)).toEqual(['trouble slack-invite #ochtendblad'])
  await slack.invitesBot('ochtendblad')
  await chat.prepare.again()
  expect(told.slice(2)).toEqual(['mended slack-invite #ochtendblad'])
  expect((await chat.open('nacht', notice, 'key')).status).toBe('published')
})

test('put out of its private channel, the bot makes no second one beside it', async () => {
  const { slack, chat, calls, told } = await outside()
  await slack.person({ name: 'delft' })
  const id = await slack.channel('nacht', { private: true, members: ['delft'] })
  await slack.invitesBot('nacht')
  await chat.prepare.prepare(premises)
  expect(chat.directory.idOf('nacht')).toBe(id)
  await slack.renames('nacht', 'nachtdienst')
  await slack.removesBot('nachtdienst')
  await chat.prepare.again()
  expect(calls('conversations.create').map((it) => it.args.name)).toEqual(['ochtendblad', 'alarm'])
  expect(told).toEqual(['trouble slack-invite #nacht'])
})

test('a channel that somebody archived: one asks to bring it back, and goes on there when it is', async () => {
  const { slack, chat, told } = await outside()
  await chat.prepare.prepare(premises)
  await slack.archives('nacht')
  expect(await chat.open('nacht', notice, 'key')).toEqual({ status: 'rejected', reason: 'no-channel' })
  await chat.prepare.again()
  expect(told).toEqual(['trouble slack-archived #nacht'])
  const channel = slack.channelNamed('nacht')
  if (channel) channel.archived = false
  await chat.prepare.again()
  expect(told.slice(1)).toEqual(['mended slack-archived #nacht'])
  expect((await chat.open('nacht', notice, 'key')).status).toBe('published')
})

test('a start without Slack does not fail, and is made up for as soon as it is there', async () => {
  const { slack, chat, clock, cut, back, told } = await outside()
  cut()
  await chat.prepare.prepare(premises)
  expect(await chat.open('nacht', notice, 'key')).toMatchObject({
    status: 'later',
    reason: 'not-yet-prepared',
    scope: 'rate',
  })
  const listening = new AbortController()
  const keeping = chat.prepare.keep(listening.signal)
  back()
  clock.advance(15_000)
  await slack.until(() => slack.channelNamed('alarm')?.topic)
  await chat.prepare.again()
  expect((await chat.open('nacht', notice, 'key')).status).toBe('published')
  expect(told).toEqual([])
  listening.abort()
  await keeping
})

test('a start that Slack finds too busy is made up for too', async () => {
  const { slack, chat, clock } = await outside()
  slack.faults.add({ kind: 'limited', retryAfter: 5, times: 1, method: 'conversations.create' })
  await chat.prepare.prepare(premises)
  expect(chat.prepare.isComing('ochtendblad')).toBe(true)
  clock.advance(5_000)
  await chat.prepare.again()
  expect(premises.channels.map(({ name }) => chat.prepare.isComing(name))).toEqual([false, false, false])
  expect(slack.channelNamed('ochtendblad')).toBeDefined()
})

test('a workspace where apps may not make channels: a person is asked to, with Slack’s reason', async () => {
  const { slack, chat, told } = await outside()
  slack.tokens.scopes.delete('channels:manage')
  await chat.prepare.prepare(premises)
  expect(told).toContain('trouble slack-channel #ochtendblad, #nacht, #alarm missing_scope')
  expect(told.filter((it) => it.startsWith('trouble slack-scope'))).toHaveLength(1)
})

describe('a channel’s name', () => {
  test.each([
    ['Ochtendblad', 'ochtendblad'],
    ['Café & koffie.', 'cafe-koffie'],
    ['de_b-kant', 'de_b-kant'],
    ['x'.repeat(100), 'x'.repeat(80)],
    ['漢字', 'schatkamer'],
  ])('%s is one that Slack takes: %s', (name, taken) => {
    expect(slackName(name)).toBe(taken)
  })
})
