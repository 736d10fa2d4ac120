import { expect, test } from 'vitest'
import { ask, desk, slackWith } from './ask.ts'

test('a channel takes a short burst and then one message a second, others are not held up', async () => {
  const slack = await slackWith({ limits: true })
  const channel = await desk(slack)
  const other = await slack.channel('other', { botIn: true })
  const post = (to: string) => ask(slack, 'chat.postMessage', { channel: to, text: 'Dag' })
  for (let n = 0; n < 3; n++) expect((await post(channel)).ok).toBe(true)
  expect(await post(channel)).toEqual({ ok: false, error: 'ratelimited' })
  expect((await post(other)).ok).toBe(true)
  const taken = async () => {
    let posts = 0
    for (let second = 0; second < 60; second++) {
      slack.clock.advance(1_000)
      while ((await post(channel)).ok) posts++
    }
    return posts
  }
  expect(await taken()).toBeLessThanOrEqual(63)
})

test('too much is a 429 that says after how many seconds', async () => {
  const slack = await slackWith({ limits: true })
  const headers = { authorization: `Bearer ${slack.botToken}` }
  const list = () => slack.fetch('https://slack.com/api/usergroups.list', { method: 'POST', headers })
  for (let n = 0; n < 20; n++) expect((await list()).status).toBe(200)
  slack.clock.advance(20_500)
  const refused = await list()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40'])
  expect(await refused.json()).toEqual({ ok: false, error: 'ratelimited' })
  slack.clock.advance(39_500)
  expect((await list()).status).toBe(200)
})

test.each([
  ['chat.update', 50],
  ['views.publish', 100],
  ['conversations.create', 20],
])('%s is taken %i times a minute', async (method, most) => {
  const slack = await slackWith({ limits: true })
  for (let n = 0; n < most; n++) expect(await ask(slack, method)).not.toMatchObject({ error: 'ratelimited' })
  expect(await ask(slack, method)).toMatchObject({ error: 'ratelimited' })
})

test('the workspace as a whole has a cap', async () => {
  const slack = await slackWith({ limits: true })
  const channels = []
  for (let n = 0; n < 250; n++) channels.push(await slack.channel(`c${n}`, { botIn: true }))
  const answers = []
  for (const channel of channels) {
    for (let n = 0; n < 3; n++) answers.push(await ask(slack, 'chat.postMessage', { channel, text: 'Dag' }))
  }
  expect(answers.filter(({ ok }) => ok)).toHaveLength(600)
})
