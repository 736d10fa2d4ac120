import { expect, test } from 'vitest'
import { PER_USER } from './limits.ts'
import { METHODS } from './methods/index.ts'
import { refusal, withX } from './with-x.ts'

test('every endpoint that is played has its limit', () => {
  expect(Object.keys(PER_USER).sort()).toEqual(Object.keys(METHODS).sort())
})

test('each answer says what is left, beyond it is 429 until the window ends', async () => {
  const { x, v2, clock } = await withX()
  const headers = async () => (await v2.get('dm_events', {}, { fullResponse: true })).headers
  const start = clock.now() / 1_000
  expect(await headers()).toMatchObject({
    'x-rate-limit-limit': '15',
    'x-rate-limit-remaining': '14',
    'x-rate-limit-reset': String(start + 900),
  })
  clock.advance(60_000)
  for (let n = 2; n <= 14; n++) x.limits.take('GET /2/dm_events', x.me.id, PER_USER)
  expect((await headers())['x-rate-limit-remaining']).toBe('0')
  const error = await v2.get('dm_events').catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 429, rateLimit: { limit: 15, remaining: 0, reset: start + 900 } })
  expect(x.limits.overruns).toEqual({ 'GET /2/dm_events': 1 })
  await v2.me()
  clock.advance(840_000)
  expect((await headers())['x-rate-limit-remaining']).toBe('14')
  expect(x.limits.overruns).toEqual({ 'GET /2/dm_events': 1 })
})

test('a hundred posts in a quarter of an hour, the hundred and first is refused', async () => {
  const { x, v2 } = await withX()
  for (let n = 1; n <= 98; n++) x.limits.take('POST /2/tweets', x.me.id, PER_USER)
  for (let n = 99; n <= 100; n++) await v2.tweet(`Bericht ${n}`)
  expect((await refusal(v2.tweet('Bericht 101'))).status).toBe(429)
  expect(x.published()).toHaveLength(2)
  x.limits.on = false
  await v2.tweet('Bericht 101')
  const { headers } = await v2.get('users/me', {}, { fullResponse: true })
  expect(headers['x-rate-limit-remaining']).toBe('1000000')
})
