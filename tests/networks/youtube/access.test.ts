import { afterEach, beforeEach, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../../src/model/clock.ts'
import { examineYouTube } from '../../../src/networks/youtube/examine.ts'
import { SCOPE, type YouTubeSettings } from '../../../src/networks/youtube/settings.ts'
import { draftTo, openPlayground, type Playground } from './playground.ts'

let at: Playground
beforeEach(async () => {
  at = await openPlayground()
})
afterEach(() => at.stop())

const signal = new AbortController().signal
function examine(other: Partial<YouTubeSettings> = {}, account = 'schatkamer', befalls?: () => void) {
  befalls?.()
  return examineYouTube({ ...at.settings, ...other }, { ...at.surroundings, account }, signal)
}
const READ_ONLY = 'https://www.googleapis.com/auth/youtube.readonly'

test('a token that ran out is renewed in between, and the look is made again once', async () => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  await at.read('held')
  at.youtube.oauth.expire()
  expect((await at.read('comments')).map((one) => one.id)).toEqual([id])
  expect(at.youtube.oauth.refreshes).toBe(2)
})

test('a reply that meets a token that ran out is not sent twice: it waits a second for the new one', async () => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  await at.read('comments')
  at.youtube.oauth.expire()
  expect(await at.network.publish(draftTo(id), 'key')).toMatchObject({ status: 'later', after: 1_000, reason: 'auth' })
  expect(at.youtube.journal.calls('comments.insert')).toBe(1)
  expect(await at.network.publish(draftTo(id), 'key')).toMatchObject({ status: 'published' })
})

test('a consent that was taken back is asked for again after five minutes, then seldom; once it is back all comes in', async () => {
  await at.read('comments')
  at.youtube.oauth.revoke()
  at.clock.advance(MINUTE)
  const { id } = at.youtube.comments('lezer', 'Vraag')
  await expect(at.read('comments')).rejects.toMatchObject({ code: 'auth', after: 5 * MINUTE })
  const asked = at.youtube.oauth.refreshes
  for (let n = 0; n < 20; n++) {
    await expect(at.read('comments')).rejects.toMatchObject({ code: 'auth' })
    expect(await at.network.publish(draftTo(id), 'key')).toMatchObject({
      status: 'later',
      reason: 'auth',
      scope: 'rate',
    })
  }
  expect(at.youtube.oauth.refreshes).toBe(asked)
  at.clock.advance(5 * MINUTE)
  await expect(at.read('comments')).rejects.toMatchObject({ code: 'auth', after: 10 * MINUTE })
  expect(at.youtube.oauth.refreshes).toBe(asked + 1)
  at.youtube.oauth.revoked = false
  at.clock.advance(10 * MINUTE)
  expect((await at.read('comments')).map((one) => one.id)).toEqual([id])
  expect(await at.network.publish(draftTo(id), 'key')).toMatchObject({ status: 'published' })
})

test('several looks that meet the same dead token ask for one new one, or begin one pause', async () => {
  const all = () => Promise.allSettled(['comments', 'held', 'held'].map((name) => at.read(name)))
  await all()
  at.youtube.oauth.expire()
  at.clock.advance(MINUTE)
  expect((await all()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
  expect(at.youtube.oauth.refreshes).toBe(2)
  at.youtube.oauth.revoke()
  for (const after of [5 * MINUTE, 10 * MINUTE]) {
    const looks = await all()
    expect(looks).toMatchObject([1, 2, 3].map(() => ({ reason: { code: 'auth', after } })))
    at.clock.advance(after)
  }
})

test('a consent without access costs no units', async () => {
  at.youtube.oauth.revoke()
  await expect(at.read('comments')).rejects.toMatchObject({ code: 'auth' })
  expect(at.purse.all).toBe(0)
})

test('nothing is read or answered with the consent of another channel', async () => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  at.youtube.world.us.handle = '@anders'
  await expect(at.read('comments')).rejects.toMatchObject({ code: 'account' })
  expect(await at.network.publish(draftTo(id), 'key')).toMatchObject({ status: 'later', reason: 'account' })
  expect(at.youtube.journal.posts).toEqual([])
})

test('the token’s own endpoint being down is no dead token, and nothing has gone out', async () => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  at.youtube.faults.add({ method: 'token', kind: 'status', status: 503, when: 'before', times: 1 })
  expect(await at.network.publish(draftTo(id), 'key')).toMatchObject({ status: 'later', reason: 'HTTP 503' })
  expect(at.youtube.oauth.refreshes).toBe(0)
  expect(await at.network.publish(draftTo(id), 'key')).toMatchObject({ status: 'published' })
})

test('the probe tells a good consent from one that is dead, short, or another channel’s', async () => {
  const probe = () => at.network.probe?.(signal)
  expect(await probe()).toEqual({ status: 'ok', expires: null })
  at.youtube.oauth.grant(READ_ONLY)
  expect(await probe()).toEqual({ status: 'dead', why: 'permission', detail: SCOPE })
  at.youtube.oauth.grant(SCOPE)
  at.youtube.world.us.handle = '@anders'
  expect(await probe()).toEqual({ status: 'dead', why: 'account', detail: '@anders' })
  at.youtube.oauth.revoke()
  expect(await probe()).toEqual({ status: 'dead', why: 'auth', detail: 'invalid_grant' })
  at.youtube.faults.add({ method: 'token', kind: 'drop', when: 'before', times: 1 })
  expect(await probe()).toMatchObject({ status: 'unknown' })
})

test('a probe that finds the consent alive again ends the pause', async () => {
  at.youtube.oauth.revoke()
  await expect(at.read('comments')).rejects.toMatchObject({ code: 'auth' })
  at.youtube.oauth.revoked = false
  expect(await at.network.probe?.(signal)).toMatchObject({ status: 'ok' })
  expect(await at.read('comments')).toEqual([])
})

test('an examination of a good access finds nothing to mend', async () => {
  expect(await examine()).toEqual({ faults: [], account: '@schatkamer', expires: null })
})

test.each([
  ['the client’s id', 'YOUTUBE_CLIENT_ID', 'wrong', () => examine({ clientId: 'nobody.apps.googleusercontent.com' })],
  ['the client’s secret', 'YOUTUBE_CLIENT_SECRET', 'wrong', () => examine({ clientSecret: 'GOCSPX-not-this-one' })],
  ['the refresh token', 'YOUTUBE_REFRESH_TOKEN', 'wrong', () => examine({ refreshToken: '1//not-this-one' })],
  [
    'the consent that was taken back',
    'YOUTUBE_REFRESH_TOKEN',
    'expired',
    () => examine({}, 'schatkamer', () => at.youtube.oauth.revoke()),
  ],
  [
    'the scope',
    'YOUTUBE_REFRESH_TOKEN',
    'permission',
    () => examine({}, 'schatkamer', () => at.youtube.oauth.grant(READ_ONLY)),
  ],
  ['the channel', 'account', 'account', () => examine({}, 'anders')],
] as const)('an examination names exactly %s', async (_, variable, why, asked) => {
  const { faults } = await asked()
  expect(faults).toEqual([{ variable, why, detail: expect.anything() }])
})

test('no secret stands in any error, outcome or line of the log', async () => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  await at.read('comments')
  const said: unknown[] = []
  const faults = [
    { kind: 'drop', when: 'before' },
    { kind: 'status', status: 500, when: 'before' },
    { kind: 'garbage', when: 'before' },
    { kind: 'rate' },
  ] as const
  for (const fault of faults) {
    for (const method of ['*', 'token']) {
      at.youtube.oauth.expire()
      at.again()
      at.youtube.faults.add({ ...fault, method, times: 3 })
      said.push(await at.read('comments').catch((error: unknown) => error))
      said.push(await at.network.publish(draftTo(id), 'key'), await at.network.probe?.(signal), await examine())
      at.youtube.faults.clear()
      at.clock.advance(HOUR)
    }
  }
  const text =
    said.map((one) => (one instanceof Error ? inside(one) : JSON.stringify(one))).join('\n') + at.logged.join('\n')
  expect(text).toContain('youtube gave no changes')
  for (const secret of [...Object.values(at.settings), 'ya29.', 'Bearer']) expect(text).not.toContain(secret)
})

/** All that an error carries, its cause too. */
const inside = (error: Error): string =>
  [error.stack, JSON.stringify(error), error.cause instanceof Error ? inside(error.cause) : String(error.cause)].join(
    '\n',
  )
