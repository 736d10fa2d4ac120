import { expect, test } from 'vitest'
import { card, playground } from './playground.ts'

test.each([
  ['no JSON', '{"as":'],
  ['invalid UTF-8', new Uint8Array([0x7b, 0x22, 0x61, 0xff, 0xfe, 0x22, 0x7d])],
  ['an unknown key', '{"as":"curator-deventer","channel":"regie","text":"a","admin":true}'],
  ['no body', undefined],
])('a body that is %s is refused with a sentence', async (_what, body) => {
  const desk = await playground()
  const response = await desk.request('POST', '/desk/messages', body)
  expect(response.status).toBe(400)
  expect(((await response.json()) as { message: string }).message).not.toBe('')
})

test.each([
  [{ as: 'niemand' }, 400, 'unknown-member'],
  [{ channel: 'bestaat-niet' }, 404, 'unknown-channel'],
  [{ thread: 'x' }, 404, 'unknown-thread'],
  [{ text: '  ' }, 400, 'empty'],
  [{ text: 'a'.repeat(1_048_576) }, 413, 'text-too-long'],
])('what does not exist or does not fit is refused: %#', async (more, status, error) => {
  const desk = await playground()
  expect(await desk.say('Hallo', more)).toMatchObject({ status, body: { error } })
  expect(await desk.events()).toEqual([])
})

test('a body beyond all measure is refused before it is read', async () => {
  const desk = await playground()
  expect(await desk.say('a'.repeat(9_000_000))).toMatchObject({ status: 413 })
})

test('a megabyte of the public stands in its thread as it is', async () => {
  const desk = await playground()
  const text = '\u202e😀'.repeat(350_000)
  expect(await desk.chat.open('ochtendblad', card(text), 'k')).toMatchObject({ status: 'published' })
  expect((await desk.threads())[0]?.messages[0]?.text).toBe(text)
})

test('with a token set, nobody but the station gets in without it', async () => {
  const desk = await playground({ token: 'sleutel-van-de-start' })
  expect((await desk.request('GET', '/desk/channels')).status).toBe(401)
  expect((await desk.request('GET', '/desk')).status).toBe(401)
  expect((await desk.request('GET', '/desk/channels?token=fout')).status).toBe(401)
  expect((await desk.request('GET', '/desk/station/events')).status).toBe(200)
  const bearer = { authorization: 'Bearer sleutel-van-de-start' }
  expect((await desk.request('GET', '/desk/channels', undefined, bearer)).status).toBe(200)
})

test('the token in the address becomes a cookie and leaves the address', async () => {
  const desk = await playground({ token: 'sleutel-van-de-start' })
  const first = await desk.request('GET', '/desk?token=sleutel-van-de-start', undefined, { accept: 'text/html' })
  expect(first.status).toBe(303)
  expect(first.headers.get('location')).toBe('/desk')
  const cookie = first.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Strict/)
  const second = await desk.request('GET', '/desk/channels', undefined, { cookie: cookie.split(';')[0] ?? '' })
  expect(second.status).toBe(200)
})

test('a broken cookie or header makes no page fail', async () => {
  const desk = await playground()
  const there = await desk.request('GET', '/desk/in/ochtendblad', undefined, {
    cookie: 'desk_member=curator-deventer',
    'hx-current-url': 'http://[',
  })
  expect(there.status).toBe(200)
  const asked = await desk.request('GET', '/desk/in/ochtendblad', undefined, { cookie: 'desk_member=%E0%A4%A' })
  expect(asked.headers.get('location')).toBe('/desk/who')
})
