import { expect, test } from 'vitest'
import { card, note, PREMISES, playground } from './playground.ts'

test('a conversation that the station opens is one thread, with the text of the public as its first message', async () => {
  const desk = await playground()
  const thread = await desk.open('Welk boek was dat?')
  await desk.chat.post(
    'ochtendblad',
    thread,
    {
      ...card('En van wie?'),
      kind: 'message',
      text: '',
      about: { conversation: 12, message: '12.2', external: 'x-2' },
    },
    'k2',
  )
  const threads = await desk.threads()
  expect(threads).toMatchObject([
    {
      id: thread,
      conversation: 12,
      network: 'x',
      author: 'lezer1',
      state: 'waiting',
      messages: [
        { id: thread, from: 'lezer1', text: 'Welk boek was dat?', kind: 'message', number: '12.1', external: 'x-1' },
        { from: 'lezer1', text: 'En van wie?', kind: 'message', number: '12.2', external: 'x-2' },
      ],
    },
  ])
})

test('like a real platform it does not look at keys, but finds a message by its key', async () => {
  const desk = await playground()
  const first = await desk.chat.open('ochtendblad', card('Eén'), 'k1')
  await desk.chat.open('ochtendblad', card('Eén'), 'k1')
  expect(await desk.threads()).toHaveLength(2)
  expect(await desk.chat.find?.('ochtendblad', null, 'k1')).toEqual({ ...first, status: 'found' })
  expect(await desk.chat.find?.('ochtendblad', null, 'k9')).toEqual({ status: 'absent' })
  expect(await desk.chat.find?.('regie', null, 'k1')).toEqual({ status: 'absent' })
})

test('a revision changes the state and the text of what stands there', async () => {
  const desk = await playground()
  const thread = await desk.open('Mijn e-mailadres is …')
  const gone = card('', { state: { label: 'gesloten', tone: 'quiet' } })
  await desk.chat.revise('ochtendblad', thread, gone, 'k2')
  const [shown] = await desk.threads()
  expect(shown).toMatchObject({ state: 'quiet' })
  expect(JSON.stringify(shown)).not.toContain('e-mailadres')
})

test.each([
  ['429', { status: 'later', after: 7_000 }, 0],
  ['500', { status: 'unknown' }, 0],
  ['drop-before', { status: 'unknown' }, 0],
  ['drop-after-accept', { status: 'unknown' }, 1],
])('under the fault %s the adapter tells the truth about what it knows', async (kind, outcome, there) => {
  const desk = await playground()
  await desk.fault(kind, { retryAfter: 7 })
  expect(await desk.chat.open('ochtendblad', card('Hallo'), 'k1')).toMatchObject(outcome)
  expect(await desk.threads()).toHaveLength(there)
  expect(await desk.chat.open('ochtendblad', card('Hallo'), 'k2')).toMatchObject({ status: 'published' })
})

test('of many that arrive at once, one that is refused takes nothing of the others with it', async () => {
  const desk = await playground()
  const channels = ['ochtendblad', 'bestaat-niet', 'ochtendblad', 'regie']
  const outcomes = await Promise.all(
    channels.map((channel, index) => desk.chat.open(channel, card('Hoi'), `k${index}`)),
  )
  expect(outcomes.map((it) => it.status)).toEqual(['published', 'rejected', 'published', 'published'])
  desk.reopen()
  expect((await desk.threads()).map((it) => it.id)).toEqual(
    [outcomes[0], outcomes[2]].map((it) => it && 'id' in it && it.id),
  )
})

test('a channel, a thread or a message that is not there is refused for good, and said to be gone', async () => {
  const desk = await playground()
  const thread = await desk.open('Hallo')
  const refused = (reason: string) => ({ status: 'rejected', reason })
  expect(await desk.chat.open('bestaat-niet', card('Hallo'), 'k')).toEqual(refused('no-channel'))
  expect(await desk.chat.post('regie', thread, note('Hallo'), 'k')).toEqual(refused('gone'))
  expect(await desk.chat.revise('ochtendblad', `${thread}0`, note('Hallo'), 'k')).toEqual(refused('gone'))
})

test('events come again until they are acknowledged, over a restart, and then never', async () => {
  const desk = await playground()
  const waiting = desk.say('/inbox')
  const [event] = await desk.eventsOnce(1)
  expect(event).toMatchObject({ kind: 'command', by: 'curator-deventer', channel: 'ochtendblad', text: '/inbox' })
  desk.clock.advance(10_000)
  expect((await waiting).status).toBe(202)
  desk.reopen()
  expect(await desk.events()).toEqual([event])
  await desk.request('POST', '/desk/station/ack', { ids: [event?.id] })
  expect(await desk.events()).toEqual([])
})

test('at most fifty events are given out at once, in order', async () => {
  const desk = await playground()
  const all = Array.from({ length: 60 }, (_, index) => desk.say(`/find ${index}`))
  const page = await desk.eventsOnce(50)
  expect(page.map((it) => 'text' in it && it.text)).toEqual(Array.from({ length: 50 }, (_, index) => `/find ${index}`))
  expect(await desk.eventsOnce(10, page.at(-1)?.id)).toHaveLength(10)
  desk.clock.advance(10_000)
  await Promise.all(all)
})

test('a person gets what the station answers, and a fault of ours is answered with a sentence', async () => {
  const desk = await playground()
  const station = desk.listen((event) => {
    if (event.kind === 'command' && event.text === '/stuk') throw new Error('a bug')
    return [note(`gedaan: ${event.kind}`)]
  })
  expect((await desk.say('/inbox')).body.private).toMatchObject([{ text: 'gedaan: command' }])
  expect((await desk.say('/stuk')).body.private).toMatchObject([{ about: { code: 'failed' } }])
  expect((await desk.say('Goedemorgen allemaal')).body.private).toMatchObject([{ text: 'gedaan: message' }])
  await station.stop()
})

test('an event whose acknowledgement got lost is stored again but acted on once', async () => {
  const desk = await playground()
  let acts = 0
  desk.lose('/desk/station/ack')
  const station = desk.listen(() => {
    acts += 1
    return [note('klaar')]
  })
  expect((await desk.say('/inbox')).body.private).toMatchObject([{ text: 'klaar' }])
  expect((await desk.say('/inbox 2')).body.private).toMatchObject([{ text: 'klaar' }])
  await station.stop()
  expect(acts).toBe(2)
  expect(await desk.events()).toEqual([])
})

test('the station asks again after the line was cut, and puts its premises to a desk that was not there', async () => {
  const desk = await playground()
  desk.lose('/desk/station/premises')
  await desk.chat.prepare({
    ...PREMISES,
    channels: [...PREMISES.channels, { name: 'nachtkanaal', topic: '', order: null }],
  })
  desk.lose('/desk/station/events')
  const station = desk.listen(() => [note('klaar')])
  const waiting = desk.say('/inbox', { channel: 'regie' })
  await desk.eventsOnce(1)
  desk.clock.advance(250)
  expect((await waiting).body.private).toMatchObject([{ text: 'klaar' }])
  const { body } = await desk.json<{ name: string }[]>('GET', '/desk/channels')
  expect(body.map((it) => it.name)).toEqual(['ochtendblad', 'regie', 'nachtkanaal'])
  await station.stop()
})

test('until the premises are there, what goes to one of their channels is only late', async () => {
  const desk = await playground()
  desk.lose('/desk/station/premises')
  await desk.chat.prepare({
    ...PREMISES,
    channels: [...PREMISES.channels, { name: 'nachtkanaal', topic: '', order: null }],
  })
  expect(await desk.chat.open('nachtkanaal', card('Hallo'), 'k1')).toMatchObject({ status: 'later', after: 2_000 })
  const station = desk.listen(() => [])
  await desk.say('/inbox')
  expect(await desk.chat.open('nachtkanaal', card('Hallo'), 'k1')).toMatchObject({ status: 'published' })
  await station.stop()
})

test('a desk that was started with a new file gets its premises again', async () => {
  const desk = await playground()
  desk.renew()
  expect(await desk.chat.open('ochtendblad', card('Hallo'), 'k1')).toMatchObject({ status: 'later' })
  const station = desk.listen(() => [])
  await desk.furnished()
  expect(await desk.chat.open('ochtendblad', card('Hallo'), 'k1')).toMatchObject({ status: 'published' })
  await station.stop()
})

test('the desk counts as unreachable from a call that got no answer until the next one that does', async () => {
  const desk = await playground()
  expect(desk.chat.reachable).toBe(true)
  desk.lose('/desk/station/open')
  await desk.chat.open('ochtendblad', card('Hallo'), 'k1')
  expect(desk.chat.reachable).toBe(false)
  await desk.chat.open('bestaat-niet', card('Hallo'), 'k2')
  expect(desk.chat.reachable).toBe(true)
})
