import { expect, test } from 'vitest'
import { ask, desk, slackWith } from './ask.ts'

const texts = (messages: { text: string }[]) => messages.map(({ text }) => text)

test('history comes newest first, a page at a time, without the replies', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  const stamps: string[] = []
  for (const text of ['1', '2', '3', '4', '5']) {
    slack.clock.advance(1_000)
    stamps.push((await ask(slack, 'chat.postMessage', { channel, text })).ts)
  }
  await ask(slack, 'chat.postMessage', { channel, text: 'in de draad', thread_ts: stamps[0] })
  const first = await ask(slack, 'conversations.history', { channel, limit: 2 })
  expect([texts(first.messages), first.has_more]).toEqual([['5', '4'], true])
  const cursor = first.response_metadata.next_cursor
  const second = await ask(slack, 'conversations.history', { channel, limit: 3, cursor })
  expect([texts(second.messages), second.has_more]).toEqual([['3', '2', '1'], false])
  expect(await ask(slack, 'conversations.history', { channel, cursor: 'x' })).toMatchObject({ error: 'invalid_cursor' })
  expect(await ask(slack, 'conversations.history', { channel, limit: 1000 })).toMatchObject({ error: 'invalid_limit' })
})

test('oldest and latest leave their own message out unless they are inclusive', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  const stamps: string[] = []
  for (const text of ['1', '2', '3']) {
    slack.clock.advance(1_000)
    stamps.push((await ask(slack, 'chat.postMessage', { channel, text })).ts)
  }
  const between = { channel, oldest: stamps[0], latest: stamps[2] }
  expect(texts((await ask(slack, 'conversations.history', between)).messages)).toEqual(['2'])
  const all = await ask(slack, 'conversations.history', { ...between, inclusive: true })
  expect(texts(all.messages)).toEqual(['3', '2', '1'])
})

test('replies come oldest first with their root on top, and a thread that never was is not found', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  const { ts } = await ask(slack, 'chat.postMessage', { channel, text: 'Wortel' })
  for (const text of ['1', '2', '3']) await ask(slack, 'chat.postMessage', { channel, text, thread_ts: ts })
  const first = await ask(slack, 'conversations.replies', { channel, ts, limit: 2 })
  expect(texts(first.messages)).toEqual(['Wortel', '1'])
  const { next_cursor: cursor } = first.response_metadata
  expect(texts((await ask(slack, 'conversations.replies', { channel, ts, limit: 2, cursor })).messages)).toEqual([
    '2',
    '3',
  ])
  const never = await ask(slack, 'conversations.replies', { channel, ts: '1700000000.000001' })
  expect(never).toMatchObject({ error: 'thread_not_found' })
})

test('channels are listed a page at a time', async () => {
  const slack = await slackWith()
  for (const name of ['een', 'twee', 'drie']) await slack.channel(name)
  const first = await ask(slack, 'conversations.list', { limit: 2 })
  const { next_cursor: cursor } = first.response_metadata
  const rest = await ask(slack, 'conversations.list', { limit: 2, cursor })
  const names = (answer: typeof first) => (answer.channels as { name: string }[]).map(({ name }) => name)
  expect([...names(first), ...names(rest)]).toEqual(['een', 'twee', 'drie'])
  expect(rest.response_metadata.next_cursor).toBe('')
})
