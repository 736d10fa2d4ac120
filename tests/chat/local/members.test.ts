import { expect, test } from 'vitest'
import { note, playground } from './playground.ts'

test('what a member writes in a thread stands there for all, and the station hears of it', async () => {
  const desk = await playground()
  const thread = await desk.open('Welk boek was dat?')
  const station = desk.listen(() => [])
  const { status, body } = await desk.say('Dat was Turks fruit.', { thread })
  expect({ status, private: body.private }).toEqual({ status: 200, private: [] })
  const [shown] = await desk.threads()
  expect(shown?.messages[1]).toMatchObject({ id: body.message, from: 'curator-deventer', text: 'Dat was Turks fruit.' })
  expect(station.stored).toMatchObject([
    { kind: 'message', thread, message: body.message, text: 'Dat was Turks fruit.' },
  ])
})

test('a slash command in a channel is seen by the station alone', async () => {
  const desk = await playground()
  desk.listen(() => [note('Er wacht niets.')])
  expect((await desk.say('/inbox')).body).toMatchObject({ message: null, private: [{ text: 'Er wacht niets.' }] })
  expect(await desk.threads()).toEqual([])
})

test('a slash command inside a thread is refused privately, with the words that do work there', async () => {
  const desk = await playground()
  const thread = await desk.open('Welk boek was dat?')
  const { status, body } = await desk.say('/reply Turks fruit', { thread })
  expect(status).toBe(200)
  expect(body).toMatchObject({ event: null, message: null, private: [{ about: { code: 'slash-in-thread' } }] })
  expect(body.private[0]?.text).toContain('@schatkamer reply')
  expect(await desk.events()).toEqual([])
  expect((await desk.threads())[0]?.messages).toHaveLength(1)
})

test('where the station is not there, the person is told that it is kept', async () => {
  const desk = await playground()
  const waiting = desk.say('/inbox', { as: 'researcher' })
  await desk.eventsOnce(1)
  desk.clock.advance(10_000)
  const { status, body } = await waiting
  expect(status).toBe(202)
  expect(body.private[0]?.text).toBe('The station is not there. What you did is kept and comes later.')
})

test('a private answer comes at every connection until its person has put it away', async () => {
  const desk = await playground()
  desk.listen(() => [note('Er wacht niets.')])
  const { body } = await desk.say('/inbox')
  const id = body.private[0]?.id
  expect(await heard(desk, 'curator-deventer')).toContain(id)
  desk.reopen()
  expect(await heard(desk, 'curator-deventer')).toContain(id)
  expect(await heard(desk, 'curator-delft')).not.toContain(id)
  await desk.json('POST', '/desk/events/ack', { as: 'curator-delft', ids: [id] })
  expect(await heard(desk, 'curator-deventer')).toContain(id)
  await desk.json('POST', '/desk/events/ack', { as: 'curator-deventer', ids: [id] })
  expect(await heard(desk, 'curator-deventer')).not.toContain(id)
})

test('a page that was away is told what it missed, or to look at everything again', async () => {
  const desk = await playground()
  const first = await desk.open('Eén')
  const start = await heard(desk, 'curator-deventer', { 'last-event-id': 'old.3' })
  expect(start).toContain('event: channel')
  const last = /id: (\S+)/.exec(start)?.[1] ?? ''
  const second = await desk.open('Twee')
  const missed = await heard(desk, 'curator-deventer', { 'last-event-id': last })
  expect(missed).toContain(second)
  expect(missed).not.toContain(first)
})

test('a button says which member pressed it, where, and with what was filled in', async () => {
  const desk = await playground()
  const thread = await desk.open('Welk boek was dat?')
  const station = desk.listen(() => [note('Gesloten.')])
  const pressed = { as: 'curator-delft', message: thread, action: 'close', value: '12', form: { reason: 'answered' } }
  expect((await desk.json('POST', '/desk/actions', pressed)).body.private).toMatchObject([{ text: 'Gesloten.' }])
  expect(station.stored).toMatchObject([
    { kind: 'action', by: 'curator-delft', thread, action: 'close', value: '12', form: { reason: 'answered' } },
  ])
})

test('a private question goes when it was answered, and stays when the answer was refused', async () => {
  const desk = await playground()
  const thread = await desk.open('Welk boek was dat?')
  const question = {
    ...note('Versturen aan @lezer1 op X?'),
    buttons: [{ action: 'send', value: '1', label: 'Versturen' }],
  }
  let refused = true
  desk.listen((event) => {
    if (event.kind === 'message') return [question]
    return [refused ? { ...note('Te lang.'), about: { code: 'too-long' } } : note('Gaat uit over 10 seconden.')]
  })
  const asked = (await desk.say('Turks fruit', { thread })).body.private[0]?.id
  const send = { as: 'curator-deventer', message: asked, action: 'send', value: '1' }
  await desk.json('POST', '/desk/actions', send)
  expect(await heard(desk, 'curator-deventer')).toContain('Versturen aan')
  refused = false
  await desk.json('POST', '/desk/actions', send)
  expect(await heard(desk, 'curator-deventer')).not.toContain('Versturen aan')
  expect((await desk.json('POST', '/desk/actions', { ...send, as: 'curator-delft' })).status).toBe(404)
})

test('a member edits and deletes their own message only; deleted text is gone', async () => {
  const desk = await playground()
  const thread = await desk.open('Welk boek was dat?')
  const station = desk.listen(() => [])
  const { message } = (await desk.say('Turks fruti', { thread })).body
  const edited = { as: 'curator-deventer', text: 'Turks fruit' }
  expect((await desk.json('PATCH', `/desk/messages/${message}`, { ...edited, as: 'curator-delft' })).status).toBe(403)
  expect((await desk.json('PATCH', `/desk/messages/${message}`, edited)).status).toBe(200)
  expect((await desk.threads())[0]?.messages[1]).toMatchObject({ text: 'Turks fruit', edited: true })
  expect((await desk.json('DELETE', `/desk/messages/${message}`, { as: 'curator-deventer' })).status).toBe(200)
  expect(JSON.stringify(await desk.threads())).not.toContain('Turks fr')
  expect((await desk.json('DELETE', `/desk/messages/${message}`, { as: 'curator-deventer' })).status).toBe(404)
  expect(station.stored.map((it) => it.kind)).toEqual(['message', 'edited', 'deleted'])
})

test('unread counts what others wrote since a member looked', async () => {
  const desk = await playground()
  await desk.open('Eén')
  await desk.open('Twee')
  const unread = async () =>
    (await desk.json<{ name: string; unread: number }[]>('GET', '/desk/channels?as=curator-deventer')).body[0]?.unread
  expect(await unread()).toBe(2)
})

test('big channels can be asked for what is new, or for the newest few', async () => {
  const desk = await playground()
  await desk.open('Eén')
  desk.clock.advance(60_000)
  const since = desk.clock.now()
  const second = await desk.open('Twee')
  desk.clock.advance(60_000)
  const third = await desk.open('Drie')
  expect((await desk.threads(`?since=${since}`)).map((it) => it.id)).toEqual([second, third])
  expect((await desk.threads('?limit=1')).map((it) => it.id)).toEqual([third])
})

/** What a page hears at once when it connects. */
async function heard(
  desk: Awaited<ReturnType<typeof playground>>,
  as: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const response = await desk.request('GET', `/desk/events?as=${as}`, undefined, headers)
  const reader = response.body!.getReader()
  let text = ''
  for (let quiet = 0; quiet < 5; ) {
    const next = await Promise.race([reader.read(), new Promise<null>((resolve) => setImmediate(() => resolve(null)))])
    if (next === null) quiet += 1
    else if (next.done) break
    else text += new TextDecoder().decode(next.value)
  }
  await reader.cancel()
  return text
}
