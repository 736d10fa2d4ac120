import { expect, test } from 'vitest'
import { socketOf } from './app.ts'
import { ask, desk, slackWith } from './ask.ts'

async function withDesk() {
  const slack = await slackWith()
  const channel = await desk(slack)
  const post = (text: string) => ask(slack, 'chat.postMessage', { channel, text })
  const texts = () => slack.messages('desk').map(({ text }) => text)
  return { slack, post, texts }
}

test('the line drops after the message was taken, or before', async () => {
  const { slack, post, texts } = await withDesk()
  slack.faults.add({ kind: 'drop', when: 'after', times: 1 })
  await expect(post('wel')).rejects.toThrow('fetch failed')
  slack.faults.add({ kind: 'drop', when: 'before', times: 1 })
  await expect(post('niet')).rejects.toThrow('fetch failed')
  expect((await post('weer goed')).ok).toBe(true)
  expect(texts()).toEqual(['wel', 'weer goed'])
})

test('a 5xx comes after the message was taken, or before', async () => {
  const { slack, texts } = await withDesk()
  const channel = slack.channelNamed('desk')?.id ?? ''
  const status = async (text: string) => {
    const headers = { authorization: `Bearer ${slack.botToken}` }
    const body = new URLSearchParams({ channel, text })
    return (await slack.fetch('https://slack.com/api/chat.postMessage', { method: 'POST', headers, body })).status
  }
  slack.faults.add({ kind: 'status', status: 502, when: 'after', times: 1 })
  slack.faults.add({ kind: 'status', status: 503, when: 'before', times: 1 })
  expect([await status('wel'), await status('niet'), await status('goed')]).toEqual([502, 503, 200])
  expect(texts()).toEqual(['wel', 'goed'])
})

test('an answer that is no JSON hides that the message was taken', async () => {
  const { slack, post, texts } = await withDesk()
  slack.faults.add({ kind: 'garbage', when: 'after', times: 1 })
  await expect(post('wel')).rejects.toThrow('JSON')
  expect(texts()).toEqual(['wel'])
})

test('429s come in a burst and take nothing', async () => {
  const { slack, post, texts } = await withDesk()
  slack.faults.add({ kind: 'limited', retryAfter: 7, times: 2, method: 'chat.postMessage' })
  expect((await ask(slack, 'auth.test')).ok).toBe(true)
  expect([(await post('1')).error, (await post('2')).error, (await post('3')).ok]).toEqual([
    'ratelimited',
    'ratelimited',
    true,
  ])
  expect(texts()).toEqual(['3'])
})

test('a slow call waits for the clock', async () => {
  const { slack, post, texts } = await withDesk()
  slack.faults.add({ kind: 'slow', ms: 5_000, times: 1 })
  const slow = post('laat')
  await slack.clock.waitedFor(5_000)
  expect(texts()).toEqual([])
  slack.clock.advance(5_000)
  expect((await slow).ok).toBe(true)
})

test('a fault may happen by chance, and only to one method', async () => {
  const { slack, post } = await withDesk()
  let turn = 0
  slack.faults.random = () => (turn++ % 2 === 0 ? 0.4 : 0.6)
  slack.faults.add({ kind: 'drop', when: 'before', rate: 0.5, method: 'chat.postMessage' })
  const outcomes = []
  for (let n = 0; n < 4; n++)
    outcomes.push(
      await post('a').then(
        ({ ok }) => ok,
        () => 'dropped',
      ),
    )
  expect(outcomes).toEqual(['dropped', true, 'dropped', true])
  expect((await ask(slack, 'auth.test')).ok).toBe(true)
  expect(slack.faults.counts.drop).toBe(2)
})

test.each(['twice', 'again'] as const)('an event is sent twice (%s) with one id', async (kind) => {
  const { slack } = await withDesk()
  await slack.person({ name: 'delft', channels: ['desk'] })
  const app = await socketOf(slack)
  slack.faults.addForEvents({ kind, times: 1 })
  await slack.types('delft', 'desk', 'Dag')
  await slack.settled()
  const [one, other, ...more] = app.events()
  expect(other?.payload?.event_id).toBe(one?.payload?.event_id)
  expect(more).toEqual([])
})

test('an acknowledgement that gets lost brings the event back', async () => {
  const { slack } = await withDesk()
  await slack.person({ name: 'delft', channels: ['desk'] })
  const app = await socketOf(slack)
  slack.faults.addForEvents({ kind: 'ack-lost', times: 1 })
  await slack.types('delft', 'desk', 'Dag')
  await slack.settled()
  expect(app.events().map(({ retry_attempt }) => retry_attempt)).toEqual([0, 1])
})
