import { expect, test } from 'vitest'
import { describeWithShared } from '../shared.ts'
import { refusal, withX } from './with-x.ts'
import { DESCRIPTION } from './x.ts'

const POST = 'POST /2/tweets'
const JSON_BODY = { 'content-type': 'application/json' }

test('the line drops after X took the post, or before', async () => {
  const { x, v2 } = await withX()
  x.faults.add({ kind: 'drop', when: 'after', method: POST, times: 1 })
  await expect(v2.tweet('wel')).rejects.toThrow('Request failed')
  x.faults.add({ kind: 'drop', when: 'before', method: POST, times: 1 })
  await expect(v2.tweet('niet')).rejects.toThrow('Request failed')
  await v2.tweet('weer goed')
  expect(x.published().map(({ text }) => text)).toEqual(['wel', 'weer goed'])
  expect(x.journal.requests.map(({ status }) => status)).toEqual([0, 0, 201])
})

test('a 5xx, an answer that is no JSON, or half an answer hide that X took it', async () => {
  const { x, v2 } = await withX()
  x.faults.add({ kind: 'status', status: 503, when: 'after', times: 1 })
  expect((await refusal(v2.tweet('een'))).status).toBe(503)
  x.faults.add({ kind: 'garbage', when: 'after', times: 1 })
  expect(await v2.tweet('twee')).toBe('<html>Something went wrong')
  x.cuts = 1
  await expect(v2.tweet('drie')).rejects.toThrow('partial response')
  expect(x.published().map(({ text }) => text)).toEqual(['een', 'twee', 'drie'])
})

test('a slow answer waits for the clock, a 429 says until when', async () => {
  const { x, v2, clock } = await withX()
  x.faults.add({ kind: 'slow', ms: 5_000, times: 1 })
  const slow = v2.tweet('laat')
  await x.until(() => x.faults.counts.slow === 1)
  clock.advance(5_000)
  await slow
  x.faults.add({ kind: 'limited', retryAfter: 60, times: 1 })
  await expect(v2.tweet('nu')).rejects.toMatchObject({ code: 429, rateLimit: { reset: clock.now() / 1_000 + 60 } })
  expect(x.limits.overruns).toEqual({})
})

test('a post that is sent again without a look after it went unanswered is noticed', async () => {
  const { x, v2 } = await withX()
  const lost = async (text: string) => {
    x.faults.add({ kind: 'drop', when: 'before', method: POST, times: 1 })
    await v2.tweet(text).catch(() => {})
  }
  await lost('met een blik')
  await v2.userTimeline(x.me.id)
  await v2.tweet('met een blik')
  expect(x.journal.blind).toEqual([])
  await lost('blindelings')
  await v2.tweet('iets anders')
  await v2.tweet('blindelings')
  expect(x.journal.blind).toMatchObject([{ text: 'blindelings', target: null }])
  x.faults.add({ kind: 'status', status: 503, when: 'before', method: POST, times: 1 })
  for (let n = 0; n < 2; n++) await v2.tweet('na een 503').catch(() => {})
  expect(x.journal.blind.at(-1)).toMatchObject({ text: 'na een 503' })
  expect(x.journal.doubled()).toEqual([])
  await v2.tweet('blindelings').catch(() => {})
  expect(x.journal.resent).toMatchObject([{ text: 'blindelings', looked: false }])
})

test('a private message counts alike, and is looked up in its conversation', async () => {
  const { x, v2 } = await withX()
  const { id } = x.person('lezer')
  const send = () => v2.sendDmToParticipant(id, { text: 'Ja' })
  x.faults.add({ kind: 'drop', when: 'after', times: 1 })
  await send().catch(() => {})
  await v2.listDmEventsWithParticipant(id)
  await send()
  expect(x.journal.blind).toEqual([])
  expect(x.journal.resent).toMatchObject([{ text: 'Ja', looked: true }])
  x.faults.add({ kind: 'drop', when: 'after', times: 1 })
  await send().catch(() => {})
  await send()
  expect(x.journal.blind).toHaveLength(1)
})

test('a post whose sender went away before the answer came counts as unanswered', async () => {
  const { x, v2, clock } = await withX()
  x.faults.add({ kind: 'slow', ms: 5_000, method: POST, times: 1 })
  const sender = new AbortController()
  const going = fetch(`${x.url}/2/tweets`, {
    method: 'POST',
    body: '{"text":"weg"}',
    signal: sender.signal,
    headers: JSON_BODY,
  })
  await x.until(() => x.faults.counts.slow === 1)
  sender.abort()
  await going.catch(() => {})
  await x.until(() => x.journal.gone === 1)
  clock.advance(5_000)
  await x.until(() => x.journal.requests.length === 1)
  await v2.tweet('weg')
  expect(x.journal.blind).toMatchObject([{ text: 'weg' }])
})

test('a post whose sender went away before the answer came counts as unanswered', async () => {
  const { x, v2, clock } = await withX()
  x.faults.add({ kind: 'slow', ms: 5_000, method: POST, times: 1 })
  const sender = new AbortController()
  const going = fetch(`${x.url}/2/tweets`, {
    method: 'POST',
    body: '{"text":"weg"}',
    signal: sender.signal,
    headers: JSON_BODY,
  })
  await x.until(() => x.faults.counts.slow === 1)
  sender.abort()
  await going.catch(() => {})
  await x.until(() => x.journal.gone === 1)
  clock.advance(5_000)
  await x.until(() => x.journal.requests.length === 1)
  await v2.tweet('weg')
  expect(x.journal.blind).toMatchObject([{ text: 'weg' }])
})

describeWithShared(`specs/${DESCRIPTION}`, "X's description", () => {
  test('a request that breaks the description is refused, and the end of the test tells', async () => {
    const { x, v2 } = await withX()
    expect((await refusal(v2.get('users/me', { 'user.fields': 'shoe_size' }))).status).toBe(400)
    expect((await refusal(v2.get('users/me/friends'))).status).toBe(404)
    expect(x.journal.violations.splice(0)).toEqual([
      expect.stringMatching(/^GET \/2\/users\/me user.fields: \/0 must be equal to one of/),
      'GET /2/users/me/friends is no endpoint that is played here',
    ])
  })
})
