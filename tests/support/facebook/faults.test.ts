import { afterEach, expect, test } from 'vitest'
import { FakeFacebook } from './fake.ts'
import type { ForCall } from './faults.ts'
import { saidIn, withFacebook } from './library.ts'

const started = withFacebook()
const own: FakeFacebook[] = []
afterEach(async () => {
  for (const facebook of own.splice(0)) await facebook.stop().catch(() => {})
})

test.each<[string, ForCall, number]>([
  ['drops before it is taken', { kind: 'drop', when: 'before' }, 0],
  ['drops after it is taken', { kind: 'drop', when: 'after' }, 1],
  ['answers 502 after it is taken', { kind: 'status', status: 502, when: 'after' }, 1],
  ['answers HTML', { kind: 'html', when: 'after' }, 1],
  ['answers half', { kind: 'half', when: 'after' }, 1],
  ['answers nothing at all', { kind: 'empty', when: 'before' }, 0],
  ['says that it does not know', { kind: 'error', code: 1 }, 0],
])('a line that %s tells the library nothing of use, and the post is %#', async (_, fault, posts) => {
  const { facebook, fb } = await started()
  facebook.faults.add({ ...fault, times: 1 })
  expect(await saidIn(fb.api('me/feed', 'post', { message: 'Dag' }))).not.toHaveProperty('answered')
  expect(facebook.page.posts.size).toBe(posts)
})

test('a bare true looks like success to the library, without an id', async () => {
  const { facebook, fb } = await started()
  facebook.faults.add({ kind: 'true', when: 'before', times: 1 })
  expect(await fb.api('me/feed', 'post', { message: 'Dag' })).toBe(true)
})

test.each([4, 17, 32, 613, 368, 80001])('%i is said as documented, and the call is not taken', async (code) => {
  const { facebook, fb } = await started()
  facebook.faults.add({ kind: 'error', code, times: 1, path: '/feed', method: 'POST' })
  await fb.api('me', 'get', {})
  expect(await saidIn(fb.api('me/feed', 'post', { message: 'Dag' }))).toMatchObject({
    code,
    type: 'OAuthException',
    fbtrace_id: expect.any(String),
  })
  expect(facebook.page.posts.size).toBe(0)
})

test.each(['before', 'after'] as const)(
  'sent again without a look after a drop %s is noted, after a look it is not',
  async (when) => {
    const { facebook, fb } = await started()
    const post = facebook.byHand('Nieuw')
    const send = (message: string) => saidIn(fb.api(`${post.id}/comments`, 'post', { message }))
    for (const text of ['blind', 'gezien']) {
      facebook.faults.add({ kind: 'drop', when, times: 1 })
      await send(text)
      if (text === 'gezien') await fb.api(`${post.id}/comments`, 'get', { filter: 'stream' })
      await send(text)
    }
    expect(facebook.journal.blindRepeats.map(({ text }) => text)).toEqual(['blind'])
    expect(facebook.journal.doubled().length).toBe(when === 'after' ? 2 : 0)
  },
)

test('a look that did not arrive is no look, nor is one at posts without their words', async () => {
  const { facebook, fb } = await started()
  facebook.faults.add({ kind: 'drop', when: 'before', method: 'POST', times: 1 })
  await saidIn(fb.api('me/feed', 'post', { message: 'Dag' }))
  facebook.faults.add({ kind: 'html', when: 'after', method: 'GET', times: 1 })
  await saidIn(fb.api('me/feed', 'get', { fields: 'message' }))
  await fb.api('me/feed', 'get', { fields: 'id,comments{message}' })
  await fb.api('me/feed', 'post', { message: 'Dag' })
  expect(facebook.journal.blindRepeats.map(({ text }) => text)).toEqual(['Dag'])
})

test('a slow answer comes by the clock, and a dead token lives again', async () => {
  const { facebook, fb, clock } = await started()
  facebook.faults.add({ kind: 'slow', ms: 3_600_000, times: 1 })
  const asked = fb.api('me', 'get', {})
  await expect.poll(() => facebook.faults.counts.slow).toBe(1)
  clock.advance(3_600_000)
  expect(await asked).toHaveProperty('id')
  facebook.tokens.page.state = 'revoked'
  expect(await saidIn(fb.api('me', 'get', {}))).toMatchObject({ code: 190, error_subcode: 467 })
  facebook.tokens.page.state = 'valid'
  expect(await fb.api('me', 'get', {})).toHaveProperty('id')
})

test('what the documentation does not know makes the fake’s end a failure', async () => {
  const facebook = await FakeFacebook.start()
  own.push(facebook)
  await fetch(`${facebook.url}/me?access_token=x`)
  await expect(facebook.stop()).rejects.toThrow('no version in /me')
})
