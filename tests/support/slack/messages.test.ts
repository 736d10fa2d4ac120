import { expect, test } from 'vitest'
import { ask, desk, slackWith } from './ask.ts'

test('a text of more than 40,000 characters is too long, and an empty one is none', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  const post = (text: string) => ask(slack, 'chat.postMessage', { channel, text })
  expect((await post('a'.repeat(40_000))).ok).toBe(true)
  expect(await post('a'.repeat(40_001))).toMatchObject({ error: 'msg_too_long' })
  expect(await post('')).toMatchObject({ error: 'no_text' })
})

test('only the app itself changes and deletes what it wrote', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  await slack.person({ name: 'delft' })
  const ts = await slack.types('delft', 'desk', 'Van mij')
  expect(await ask(slack, 'chat.update', { channel, ts, text: 'Nee' })).toMatchObject({ error: 'cant_update_message' })
  expect(await ask(slack, 'chat.delete', { channel, ts })).toMatchObject({ error: 'cant_delete_message' })
  expect(await ask(slack, 'chat.update', { channel, ts: '1.000001', text: 'Nee' })).toMatchObject({
    error: 'message_not_found',
  })
})

test('a revision replaces text and blocks, takes 4,000 characters of text, and can be too late', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  const blocks = [{ type: 'section', text: { type: 'plain_text', text: 'Eerst' } }]
  const { ts } = await ask(slack, 'chat.postMessage', { channel, text: 'Eerst', blocks })
  await ask(slack, 'chat.update', { channel, ts, text: 'Later' })
  expect(slack.messages('desk')[0]).toMatchObject({ text: 'Later', edited: { user: slack.workspace.botUser } })
  expect(slack.messages('desk')[0]).not.toHaveProperty('blocks')
  const long = { channel, ts, text: 'a'.repeat(4_001) }
  expect(await ask(slack, 'chat.update', long)).toMatchObject({ error: 'msg_too_long' })
  slack.editWindowClosed = true
  expect(await ask(slack, 'chat.update', { channel, ts, text: 'Te laat' })).toMatchObject({
    error: 'edit_window_closed',
  })
})

test('metadata has a type and a payload, and comes back only where it is asked for', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  const metadata = { event_type: 'delivery', event_payload: { key: 'k1' } }
  for (const wrong of [{ event_type: 'delivery' }, { event_payload: {} }, 'x']) {
    const answer = await ask(slack, 'chat.postMessage', { channel, text: 'Dag', metadata: wrong })
    expect(answer, JSON.stringify(wrong)).toMatchObject({ ok: false, error: 'invalid_metadata_format' })
  }
  const { ts } = await ask(slack, 'chat.postMessage', { channel, text: 'Dag', metadata })
  expect((await ask(slack, 'conversations.history', { channel })).messages[0]).not.toHaveProperty('metadata')
  const asked = { channel, include_all_metadata: true }
  expect((await ask(slack, 'conversations.history', asked)).messages[0]).toMatchObject({ metadata })
  await ask(slack, 'chat.update', { channel, ts, text: 'Herzien' })
  expect((await ask(slack, 'conversations.replies', { ...asked, ts })).messages[0]).toMatchObject({ metadata })
})

test('a reply stands in the thread of its root, also when it names another reply', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  const root = await ask(slack, 'chat.postMessage', { channel, text: 'Wortel' })
  const first = await ask(slack, 'chat.postMessage', { channel, text: 'Een', thread_ts: root.ts })
  const second = await ask(slack, 'chat.postMessage', { channel, text: 'Twee', thread_ts: first.ts })
  expect(second.message.thread_ts).toBe(root.ts)
  expect(slack.thread('desk', root.ts).map(({ text }) => text)).toEqual(['Wortel', 'Een', 'Twee'])
  expect(slack.messages('desk')).toMatchObject([{ text: 'Wortel', reply_count: 2, latest_reply: second.ts }])
})

test('a reply to a root that is gone lands in the channel, and only its answer shows it', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  const root = await ask(slack, 'chat.postMessage', { channel, text: 'Wortel' })
  await ask(slack, 'chat.delete', { channel, ts: root.ts })
  const reply = await ask(slack, 'chat.postMessage', { channel, text: 'Waarheen?', thread_ts: root.ts })
  expect(reply.ok).toBe(true)
  expect(reply.message).not.toHaveProperty('thread_ts')
  expect(slack.messages('desk').map(({ text }) => text)).toEqual(['Waarheen?'])
  slack.missingThread = 'thread_not_found'
  const refused = await ask(slack, 'chat.postMessage', { channel, text: 'Nee', thread_ts: root.ts })
  expect(refused).toMatchObject({ error: 'thread_not_found' })
})

test('a deleted root with replies stays as a tombstone', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  await slack.person({ name: 'delft' })
  const ts = await slack.types('delft', 'desk', 'Wortel')
  await ask(slack, 'chat.postMessage', { channel, text: 'Antwoord', thread_ts: ts })
  await slack.deletes('delft', ts)
  expect(slack.thread('desk', ts)).toMatchObject([{ subtype: 'tombstone', user: 'USLACKBOT' }, { text: 'Antwoord' }])
  expect(JSON.stringify(slack.thread('desk', ts))).not.toContain('Wortel')
})

test('a permalink leads to a message, and to its place in a thread', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  const root = await ask(slack, 'chat.postMessage', { channel, text: 'Wortel' })
  const reply = await ask(slack, 'chat.postMessage', { channel, text: 'Een', thread_ts: root.ts })
  const link = async (message_ts: string) => (await ask(slack, 'chat.getPermalink', { channel, message_ts })).permalink
  const base = `https://bibliotheken.slack.com/archives/${channel}/p`
  expect(await link(root.ts)).toBe(base + root.ts.replace('.', ''))
  expect(await link(reply.ts)).toBe(`${base}${reply.ts.replace('.', '')}?thread_ts=${root.ts}&cid=${channel}`)
})

test('a reaction is given once', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  const { ts } = await ask(slack, 'chat.postMessage', { channel, text: 'Dag' })
  const react = () => ask(slack, 'reactions.add', { channel, timestamp: ts, name: 'eyes' })
  expect((await react()).ok).toBe(true)
  expect(await react()).toMatchObject({ error: 'already_reacted' })
  expect(slack.messages('desk')[0]?.reactions).toEqual([{ name: 'eyes', users: [slack.workspace.botUser], count: 1 }])
})

test('a reply that is shown in the channel too stands in both', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  const { ts } = await ask(slack, 'chat.postMessage', { channel, text: 'Wortel' })
  await ask(slack, 'chat.postMessage', { channel, text: 'Voor allen', thread_ts: ts, reply_broadcast: true })
  expect(slack.messages('desk').map(({ text, subtype }) => [text, subtype])).toEqual([
    ['Wortel', undefined],
    ['Voor allen', 'thread_broadcast'],
  ])
  expect(slack.thread('desk', ts)).toHaveLength(2)
})

test('Slack itself writes of who comes and of the topic where a run asks for it, and takes no replies to that', async () => {
  const slack = await slackWith({ noise: true })
  const channel = await desk(slack)
  await ask(slack, 'conversations.setTopic', { channel, topic: 'Vandaag' })
  expect(slack.messages('desk').map(({ subtype }) => subtype)).toEqual(['channel_join', 'channel_topic'])
  const reply = { channel, text: 'Welkom', thread_ts: slack.messages('desk')[0]?.ts }
  expect(await ask(slack, 'chat.postMessage', reply)).toMatchObject({ error: 'cannot_reply_to_message' })
})
