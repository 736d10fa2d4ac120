import { expect, test } from 'vitest'
import { examineFacebook } from '../../../src/networks/facebook/examine.ts'
import { never, usePlayground, VERIFY } from './playground.ts'

const on = usePlayground()
const settings = { verifyToken: VERIFY }
const probe = () => on.as(settings).probe!(never)
const subscribing = () =>
  on.facebook.journal.asked.filter(({ method, path }) => method === 'POST' && path.endsWith('/subscribed_apps'))

test('with a word for webhooks the page is made to push its news to our app, once', async () => {
  expect(await probe()).toEqual({ status: 'ok', expires: null })
  expect([...on.facebook.subscribed]).toEqual(['feed', 'mention', 'messages'])
  expect(await probe()).toEqual({ status: 'ok', expires: null })
  expect(subscribing()).toHaveLength(1)
})

test('without a word for webhooks nothing is subscribed', async () => {
  expect(await on.network.probe!(never)).toEqual({ status: 'ok', expires: null })
  expect(on.facebook.subscribed.size).toBe(0)
})

test('one field that lacks is added, and what somebody chose by hand stays', async () => {
  for (const field of ['feed', 'message_echoes']) on.facebook.subscribed.add(field)
  expect(await probe()).toMatchObject({ status: 'ok' })
  expect([...on.facebook.subscribed].sort()).toEqual(['feed', 'mention', 'message_echoes', 'messages'])
})

test('a token that may not subscribe is short of that permission, whoever says so', async () => {
  on.facebook.faults.add({ kind: 'error', code: 200, path: '/subscribed_apps', method: 'POST' })
  expect(await probe()).toEqual({ status: 'dead', why: 'permission', detail: 'pages_manage_metadata' })
  on.facebook.tokens.page.permissions.delete('pages_manage_metadata')
  expect(await probe()).toEqual({ status: 'dead', why: 'permission', detail: 'pages_manage_metadata' })
})

test.each([
  ['a limit', { kind: 'error', code: 32 }, 'rate-limit'],
  ['a passing fault', { kind: 'error', code: 2 }, 'temporary'],
  ['a dropped line', { kind: 'drop', when: 'before' }, 'ECONNRESET'],
  ['an answer that says something else', { kind: 'html', when: 'before' }, 'not JSON'],
] as const)('after %s nobody knows, and the next look subscribes', async (_, fault, why) => {
  on.facebook.faults.add({ ...fault, path: '/subscribed_apps', method: 'POST', times: 1 })
  expect(await probe()).toEqual({ status: 'unknown', why })
  expect(on.facebook.subscribed.size).toBe(0)
  expect(await probe()).toMatchObject({ status: 'ok' })
  expect(on.facebook.subscribed.size).toBe(3)
})

test('where the answer got lost the next look sees that it was done', async () => {
  on.facebook.faults.add({ kind: 'drop', when: 'after', path: '/subscribed_apps', method: 'POST', times: 1 })
  expect(await probe()).toMatchObject({ status: 'unknown' })
  expect(await probe()).toMatchObject({ status: 'ok' })
  expect(subscribing()).toHaveLength(1)
})

test('a no for another reason is no trouble with our access: it stands in the log, and we go on asking', async () => {
  on.facebook.faults.add({ kind: 'error', code: 100, path: '/subscribed_apps', method: 'POST', times: 1 })
  expect(await probe()).toEqual({ status: 'ok', expires: null })
  expect(on.lines.join('')).toContain('we go on asking for it')
  for (const secret of on.secrets()) expect(on.lines.join('')).not.toContain(secret)
})

test('before the first start nothing is to be mended, though nobody has subscribed the page', async () => {
  expect((await examineFacebook({ ...on.settings, ...settings }, on.surroundings, never)).faults).toEqual([])
  expect(subscribing()).toEqual([])
})
