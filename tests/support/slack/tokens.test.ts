import { expect, test } from 'vitest'
import { ask, desk, slackWith } from './ask.ts'

test('a call without a token, or with a wrong one, is refused', async () => {
  const slack = await slackWith()
  expect(await ask(slack, 'auth.test', {}, '')).toEqual({ ok: false, error: 'not_authed' })
  expect(await ask(slack, 'auth.test', {}, 'xoxb-wrong')).toEqual({ ok: false, error: 'invalid_auth' })
})

test('a socket is opened with the app token alone, and a message posted with the bot token alone', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  expect(await ask(slack, 'apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' })
  expect((await ask(slack, 'apps.connections.open', {}, slack.appToken)).ok).toBe(true)
  const posted = await ask(slack, 'chat.postMessage', { channel, text: 'Dag' }, slack.appToken)
  expect(posted).toMatchObject({ error: 'not_allowed_token_type' })
})

test('a revoked token is refused until it is good again', async () => {
  const slack = await slackWith()
  slack.tokens.state.bot = 'token_revoked'
  expect(await ask(slack, 'auth.test')).toEqual({ ok: false, error: 'token_revoked' })
  slack.tokens.state.bot = 'account_inactive'
  expect(await ask(slack, 'auth.test')).toEqual({ ok: false, error: 'account_inactive' })
  slack.tokens.state.bot = 'good'
  expect(await ask(slack, 'auth.test')).toMatchObject({ ok: true, bot_id: slack.workspace.botId })
})

test('a missing scope is named, with those that there are', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  slack.tokens.scopes = new Set(['channels:read', 'users:read'])
  expect(await ask(slack, 'chat.postMessage', { channel, text: 'Dag' })).toEqual({
    ok: false,
    error: 'missing_scope',
    needed: 'chat:write',
    provided: 'channels:read,users:read',
  })
  expect(await ask(slack, 'conversations.list', { types: 'public_channel,private_channel' })).toMatchObject({
    error: 'missing_scope',
    needed: 'groups:read',
  })
  expect((await ask(slack, 'conversations.list', { types: 'public_channel' })).ok).toBe(true)
})

test('a topic is set with the wide scope or with the narrow one', async () => {
  const slack = await slackWith()
  const open = await desk(slack)
  const closed = await slack.channel('team', { private: true, botIn: true })
  const set = (channel: string) => ask(slack, 'conversations.setTopic', { channel, topic: 'Vandaag' })
  slack.tokens.scopes = new Set(['channels:write.topic'])
  expect([(await set(open)).ok, (await set(closed)).error]).toEqual([true, 'missing_scope'])
  slack.tokens.scopes = new Set(['groups:write.topic'])
  expect([(await set(open)).error, (await set(closed)).ok]).toEqual(['missing_scope', true])
  slack.tokens.scopes = new Set(['channels:manage', 'groups:write'])
  expect([(await set(open)).ok, (await set(closed)).ok]).toEqual([true, true])
})

test('each answer tells the scopes of its token', async () => {
  const slack = await slackWith()
  const headers = { authorization: `Bearer ${slack.botToken}` }
  const response = await slack.fetch('https://slack.com/api/auth.test', { method: 'POST', headers })
  expect(response.headers.get('x-oauth-scopes')?.split(',')).toEqual([...slack.tokens.scopes])
})

test('a method that Slack does not have is unknown', async () => {
  expect(await ask(await slackWith(), 'chat.shout')).toMatchObject({ ok: false, error: 'unknown_method' })
})

test('another name or face than its own needs a scope of its own', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  const posted = await ask(slack, 'chat.postMessage', { channel, text: 'Dag', username: 'Directie' })
  expect(posted).toMatchObject({ error: 'missing_scope', needed: 'chat:write.customize' })
})
