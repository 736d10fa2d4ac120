import { expect, test } from 'vitest'
import { ask, slackWith } from './ask.ts'

test('the bot writes only in channels that it is in, and joins public ones by itself', async () => {
  const slack = await slackWith()
  const channel = await slack.channel('desk')
  expect(await ask(slack, 'chat.postMessage', { channel, text: 'Dag' })).toMatchObject({ error: 'not_in_channel' })
  expect(await ask(slack, 'conversations.history', { channel })).toMatchObject({ error: 'not_in_channel' })
  expect((await ask(slack, 'conversations.join', { channel })).ok).toBe(true)
  expect((await ask(slack, 'chat.postMessage', { channel, text: 'Dag' })).ok).toBe(true)
})

test('a private channel without the bot is not there at all', async () => {
  const slack = await slackWith()
  const channel = await slack.channel('team', { private: true })
  for (const method of ['chat.postMessage', 'conversations.info', 'conversations.join', 'conversations.history']) {
    expect(await ask(slack, method, { channel, text: 'Dag' }), method).toMatchObject({ error: 'channel_not_found' })
  }
  const listed = async () => (await ask(slack, 'conversations.list', { types: 'private_channel' })).channels
  expect(await listed()).toEqual([])
  await slack.invitesBot('team')
  expect(await listed()).toMatchObject([{ id: channel, is_private: true, is_member: true }])
  expect((await ask(slack, 'chat.postMessage', { channel, text: 'Dag' })).ok).toBe(true)
  await slack.removesBot('team')
  expect(await ask(slack, 'chat.postMessage', { channel, text: 'Dag' })).toMatchObject({ error: 'channel_not_found' })
})

test('a name is taken by archived channels and by private ones that the bot cannot see', async () => {
  const slack = await slackWith()
  await slack.channel('team', { private: true })
  await slack.channel('old')
  await slack.archives('old')
  for (const name of ['team', 'old']) {
    expect(await ask(slack, 'conversations.create', { name }), name).toMatchObject({ error: 'name_taken' })
  }
  const made = await ask(slack, 'conversations.create', { name: 'nieuw' })
  expect(made.channel).toMatchObject({ name: 'nieuw', is_member: true })
})

test.each([
  ['Desk', 'invalid_name_specials'],
  ['de desk', 'invalid_name_specials'],
  ['d'.repeat(81), 'invalid_name_maxlength'],
  ['--', 'invalid_name_punctuation'],
])('%s is no name for a channel', async (name, error) => {
  expect(await ask(await slackWith(), 'conversations.create', { name })).toMatchObject({ ok: false, error })
})

test('an archived channel takes nothing', async () => {
  const slack = await slackWith()
  const channel = await slack.channel('desk', { botIn: true })
  await slack.archives('desk')
  for (const method of ['chat.postMessage', 'conversations.setTopic', 'conversations.join']) {
    expect(await ask(slack, method, { channel, text: 'a', topic: 'b' }), method).toMatchObject({ error: 'is_archived' })
  }
})

test('topic and purpose come back escaped, and take 250 characters', async () => {
  const slack = await slackWith()
  const channel = await slack.channel('desk', { botIn: true })
  const set = await ask(slack, 'conversations.setTopic', { channel, topic: 'Boeken & <meer>' })
  expect(set.channel.topic.value).toBe('Boeken &amp; &lt;meer&gt;')
  const long = { channel, topic: 'a'.repeat(251), purpose: 'a'.repeat(251) }
  expect(await ask(slack, 'conversations.setTopic', long)).toMatchObject({ error: 'too_long' })
  expect(await ask(slack, 'conversations.setPurpose', long)).toMatchObject({ error: 'too_long' })
})

test('what one person alone sees reaches only somebody who is in the channel', async () => {
  const slack = await slackWith()
  const channel = await slack.channel('desk', { botIn: true })
  const user = await slack.person({ name: 'delft' })
  const tell = () => ask(slack, 'chat.postEphemeral', { channel, user, text: 'Voor jou' })
  expect(await tell()).toMatchObject({ error: 'user_not_in_channel' })
  await slack.joinsChannel('delft', 'desk')
  expect((await tell()).ok).toBe(true)
  expect(slack.ephemerals('delft').map(({ text, to }) => [text, to])).toEqual([['Voor jou', user]])
  expect(slack.messages('desk')).toEqual([])
})

test('a message to a person lands in the conversation with the bot', async () => {
  const slack = await slackWith()
  const user = await slack.person({ name: 'delft' })
  const opened = await ask(slack, 'conversations.open', { users: user })
  const posted = await ask(slack, 'chat.postMessage', { channel: user, text: 'Dag' })
  expect(posted.channel).toBe(opened.channel.id)
  expect(slack.dms('delft').map(({ text }) => text)).toEqual(['Dag'])
})

test('somebody who writes in a public channel enters it first; in a private one he cannot', async () => {
  const slack = await slackWith()
  const user = await slack.person({ name: 'delft' })
  await slack.channel('desk')
  await slack.channel('team', { private: true })
  await slack.types('delft', 'desk', 'Dag')
  expect(slack.channelNamed('desk')?.members.has(user)).toBe(true)
  await expect(slack.types('delft', 'team', 'Dag')).rejects.toThrow('is not in #team')
})
