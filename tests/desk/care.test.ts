import { describe, expect, it } from 'vitest'
import { actions } from '../../commands/actions.ts'
import { runCommand } from '../../commands/index.ts'
import { callOf } from '../../src/deliver/call.ts'
import type { Act } from '../../src/desk/act.ts'
import { cardContent } from '../../src/desk/card.ts'
import { clearCare } from '../../src/desk/clear-care.ts'
import { close } from '../../src/desk/close.ts'
import { draftContent } from '../../src/desk/draft-line.ts'
import { fold } from '../../src/desk/fold.ts'
import { receive } from '../../src/desk/receive.ts'
import { render } from '../../src/desk/render.ts'
import type { Change } from '../../src/model/change.ts'
import type { Member } from '../../src/model/station.ts'
import { readPhrase } from '../../src/model/words.ts'
import { inChannel } from '../commands/place.ts'
import { said } from '../inbound/playground.ts'
import { cast, station } from '../support/cast.ts'
import { ManualClock } from '../support/clock.ts'
import { openDesk, type TestDesk } from '../support/desk.ts'
import { noticesIn } from '../support/thread.ts'

const NIGHT = Date.UTC(2027, 0, 11, 2)
const urgent = (warn: string[], protocol: string, ...phrases: string[]) => ({
  warn,
  phrases: phrases.map(readPhrase),
  protocol: { nl: [protocol], en: [protocol] },
})
const careful = {
  ...station,
  libraries: [
    { id: 'deventer', name: 'Bibliotheek Deventer', route: 'klachten@deventer.example' },
    { id: 'delft', name: 'Bibliotheek Delft', route: null },
  ],
  care: {
    child: urgent(['administrator'], 'Bel Veilig Thuis.', 'papa slaat'),
    despair: urgent(
      ['coordinator', 'administrator'],
      'Bel 113 of 0800-0113, chat op 113.nl.',
      'zelfmoord*',
      'niet meer leven',
    ),
    threat: urgent(['coordinator'], 'Bel de politie.', 'maak je dood'),
    complaint: {
      phrases: [readPhrase('klacht*')],
      route: { nl: 'Vraag welke bibliotheek het is.', en: 'Ask which library it is.' },
    },
  },
}
const WORDS = 'Ik wil niet meer leven'
const open = (at?: number): TestDesk =>
  openDesk({ station: careful }, at === undefined ? undefined : new ManualClock(at))

const takes = (desk: TestDesk, ...changes: Change[]) =>
  desk.act(null, (act) => receive(act, { network: 'x', account: 'schatkamer', source: 'test', changes, cursor: null }))
const written = (desk: TestDesk, id: string, more = {}) => said(id, { at: desk.clock.now(), ...more })
const alarms = async (desk: TestDesk) => {
  const rows = await desk.store.db
    .selectFrom('delivery')
    .selectAll()
    .where('order_key', 'like', '%:alarm:care:%')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => desk.act(null, async (act) => (await render(act, row))!)))
}
const called = async (desk: TestDesk) => (await alarms(desk)).map((it) => it.content.mentions)
const card = (desk: TestDesk, number = 1) => desk.act(null, (act) => cardContent(act, number))
const clear = (desk: TestDesk, by: Member, number = 1) => desk.act(by, (act) => clearCare(act, number))
const autos = (desk: TestDesk) =>
  desk.store.db.selectFrom('draft').select(['state', 'reason']).where('kind', '=', 'auto').execute()
const publications = async (desk: TestDesk) => {
  const rows = await desk.store.db
    .selectFrom('delivery')
    .selectAll()
    .where('verb', '=', 'publish')
    .orderBy('id')
    .execute()
  return rows
}

describe('a message that needs a person first', () => {
  it('says on its card what may be the matter, what to do and who knows of it', async () => {
    const desk = open()
    await desk.reader.writes(WORDS)
    const { care, buttons } = await card(desk)
    expect(care).toEqual({
      label: 'Mogelijk wanhoop of zelfdoding',
      tone: 'danger',
      lines: [
        'Bel 113 of 0800-0113, chat op 113.nl.',
        'Gewaarschuwd: Coördinator, Beheerder. Er gaat geen automatisch antwoord uit.',
      ],
    })
    expect(buttons?.at(-1)).toEqual({ action: 'care-clear', value: '1', label: 'Geen zorg nodig' })
  })

  it('calls whoever is to know in the channel for alarms, and says in the thread that they know', async () => {
    const desk = open()
    await desk.reader.writes(WORDS)
    const [alarm, ...others] = await alarms(desk)
    expect(others).toEqual([])
    expect(alarm).toMatchObject({
      channel: 'regie',
      content: { kind: 'alarm', mentions: ['coordinator', 'administrator'] },
    })
    expect(alarm?.content.text).toBe(
      'Mogelijk wanhoop of zelfdoding: gesprek #1 op X, in #ochtendblad. Kijk nu; wat te doen staat boven aan de kaart.',
    )
    expect(await noticesIn(desk, 1)).toEqual(['Hier is eerst een mens nodig. Gewaarschuwd: Coördinator, Beheerder.'])
  })

  it('repeats none of the reader’s words outside the conversation', async () => {
    const desk = open()
    await desk.reader.writes(WORDS)
    await clear(desk, cast.delft)
    const rows = await desk.store.db.selectFrom('delivery').select('body').execute()
    const history = await desk.store.db.selectFrom('history').selectAll().execute()
    expect(JSON.stringify([rows, history])).not.toContain('niet meer leven')
  })

  it('calls once, however often the same page comes, and whatever else the reader writes', async () => {
    const desk = open()
    await takes(desk, written(desk, '1', { text: WORDS }))
    await takes(desk, written(desk, '1', { text: WORDS }), written(desk, '2', { threadKey: '1', text: WORDS }))
    expect(await called(desk)).toEqual([['coordinator', 'administrator']])
  })

  it('is neither taken in nor told where the transaction breaks off, and both once when it comes again', async () => {
    const desk = open()
    const page = { network: 'x', account: 'schatkamer', source: 'test', cursor: null } as const
    const broken = desk.act(null, async (act) => {
      await receive(act, { ...page, changes: [written(desk, '1', { text: WORDS })] })
      throw new Error('killed')
    })
    await expect(broken).rejects.toThrow('killed')
    expect(await called(desk)).toEqual([])
    await takes(desk, written(desk, '1', { text: WORDS }))
    expect(await called(desk)).toHaveLength(1)
  })

  it('calls for another matter only those who do not know of the conversation yet', async () => {
    const desk = open()
    await takes(desk, written(desk, '1', { text: 'ik maak je dood' }))
    await takes(desk, written(desk, '2', { threadKey: '1', text: 'of zelfmoord' }))
    await takes(desk, written(desk, '3', { threadKey: '1', text: 'papa slaat' }))
    expect(await called(desk)).toEqual([['coordinator'], ['administrator']])
    expect((await card(desk)).care?.label).toBe(
      'Mogelijk een kind in gevaar · mogelijk wanhoop of zelfdoding · mogelijk een bedreiging',
    )
  })

  it('has a thread of its own where others are gathered in a digest', async () => {
    const desk = open()
    for (let n = 0; n < 8; n += 1) await desk.reader.writes(`Vraag ${n}`)
    const number = await desk.reader.writes(WORDS)
    await desk.act(null, (act) => fold(act, 'desk', 'ochtendblad'))
    const gathered = await desk.store.db.selectFrom('digest_item').select('conversation').execute()
    expect(gathered).toHaveLength(8)
    expect(gathered.map((it) => it.conversation)).not.toContain(number)
    const opening = await desk.store.db
      .selectFrom('delivery')
      .select('priority')
      .where('subject', '=', 'card')
      .where('subject_id', '=', number)
      .executeTakeFirstOrThrow()
    expect(opening.priority).toBe(1)
  })

  it('is called again where the conversation was closed and the reader comes back with it', async () => {
    const desk = open()
    await takes(desk, written(desk, '1', { text: WORDS }))
    await desk.act(cast.delft, (act) => close(act, { conversations: [1], reason: 'answered' }))
    await takes(desk, written(desk, '2', { threadKey: '1', text: 'Dank je wel' }))
    expect(await called(desk)).toHaveLength(1)
    await desk.act(cast.delft, (act) => close(act, { conversations: [1], reason: 'answered' }))
    await takes(desk, written(desk, '3', { threadKey: '1', text: WORDS }))
    expect(await called(desk)).toHaveLength(2)
  })
})

describe('at night', () => {
  it('it gets no automatic answer, and somebody is called all the same', async () => {
    const desk = open(NIGHT)
    await takes(desk, written(desk, '1', { text: WORDS }))
    expect(await autos(desk)).toEqual([])
    expect(await called(desk)).toEqual([['coordinator', 'administrator']])
    expect(await noticesIn(desk, 1)).toHaveLength(1)
  })

  it('an answer that waits is stopped by what the reader writes next, and none comes again', async () => {
    const desk = open(NIGHT)
    await takes(desk, written(desk, '1'))
    expect(await autos(desk)).toEqual([{ state: 'held', reason: null }])
    await takes(desk, written(desk, '2', { threadKey: '1', text: WORDS }), written(desk, '3'))
    expect(await autos(desk)).toEqual([{ state: 'stale', reason: 'care' }])
    expect((await publications(desk)).map(({ state }) => state)).toEqual(['cancelled'])
    const line = await desk.act(null, (act) => draftContent(act, 1))
    expect(line.text).toBe('Het automatische antwoord aan @lezer1 is niet uitgegaan: hier is eerst een mens nodig')
  })

  it('an answer that waits elsewhere for the same reader is stopped, one for somebody else is not', async () => {
    const desk = open(NIGHT)
    const other = { id: 'lezer2', handle: 'lezer2', name: 'Lezer' }
    await takes(desk, written(desk, '1'), written(desk, '2', { author: other }))
    await takes(desk, written(desk, '3', { text: WORDS }))
    expect((await publications(desk)).map(({ state }) => state)).toEqual(['cancelled', 'queued'])
  })

  it('an answer that was on its way and turns out not to have gone does not go again', async () => {
    const desk = open(NIGHT)
    await takes(desk, written(desk, '1'))
    await desk.store.db.updateTable('delivery').set({ state: 'sending' }).where('verb', '=', 'publish').execute()
    await desk.store.db.updateTable('draft').set({ state: 'sending' }).execute()
    await takes(desk, written(desk, '1', { kind: 'edited', text: WORDS, revision: 1 }))
    const [delivery] = await publications(desk)
    const call = await desk.act(null, (act) => callOf(act, { ...delivery!, attempts: 2 }))
    expect(call).toMatchObject({ kind: 'nothing', end: { state: 'cancelled' } })
    expect(await autos(desk)).toEqual([{ state: 'stale', reason: 'care' }])
  })

  it('a reader whose mark a person took off has the friendly answer again', async () => {
    const desk = open(NIGHT)
    await takes(desk, written(desk, '1', { text: 'een roman over zelfmoord' }))
    await clear(desk, cast.delft)
    await takes(desk, written(desk, '2', { threadKey: '1' }))
    expect(await autos(desk)).toEqual([{ state: 'held', reason: null }])
  })
})

describe('an edit', () => {
  it('is looked at again: what it says now marks it, and calls', async () => {
    const desk = open()
    await takes(desk, written(desk, '1'))
    await takes(desk, written(desk, '1', { kind: 'edited', text: WORDS, revision: 1 }))
    expect((await card(desk)).care?.tone).toBe('danger')
    expect(await called(desk)).toHaveLength(1)
  })

  it('takes no mark off, and neither does a deletion', async () => {
    const desk = open()
    await takes(desk, written(desk, '1', { text: WORDS }))
    await takes(desk, written(desk, '1', { kind: 'edited', text: 'Laat maar', revision: 1 }))
    expect((await card(desk)).care?.tone).toBe('danger')
    await takes(desk, { kind: 'deleted', account: 'schatkamer', id: '1', at: desk.clock.now() })
    expect((await card(desk)).care?.tone).toBe('danger')
    expect(await called(desk)).toHaveLength(1)
  })
})

describe('"Geen zorg nodig"', () => {
  it('takes the mark off with one click; thread and history say who did', async () => {
    const desk = open()
    await desk.reader.writes('Ik zoek een roman over zelfmoord')
    await desk.act(cast.delft, (act) => actions['care-clear']!(act, '1', {}, inChannel))
    const { care, buttons } = await card(desk)
    expect(care).toBeUndefined()
    expect(buttons?.map((it) => it.action)).not.toContain('care-clear')
    expect((await noticesIn(desk, 1)).at(-1)).toBe(
      'Curator Delft keek ernaar en haalde de markering weg: mogelijk wanhoop of zelfdoding.',
    )
    const [history] = await desk.act(cast.delft, (act) => runCommand('/conversation 1 history', inChannel, act))
    expect(history?.facts?.map((it) => it.value)).toEqual([
      '@lezer schreef 1.1: “Ik zoek een roman over zelfmoord”',
      'gemarkeerd: mogelijk wanhoop of zelfdoding',
      'Curator Delft vond geen zorg nodig (mogelijk wanhoop of zelfdoding)',
    ])
  })

  it('is for whoever may send, at that moment', async () => {
    const desk = open()
    await desk.reader.writes(WORDS)
    for (const by of [cast.expert, cast.researcher])
      expect((await desk.refused(by, (act) => clearCare(act, 1))).code).toBe('may-not-send')
    expect((await desk.refused(null, (act) => clearCare(act, 1))).code).toBe('unknown-member')
    expect((await card(desk)).care?.tone).toBe('danger')
  })

  it('says of a second click that a colleague was first', async () => {
    const desk = open()
    await desk.reader.writes(WORDS)
    await clear(desk, cast.deventer)
    expect((await desk.refused(cast.delft, (act) => clearCare(act, 1))).code).toBe('no-care')
  })

  it('holds for what was said; the same in a new message marks and calls again', async () => {
    const desk = open()
    await takes(desk, written(desk, '1', { text: 'een roman over zelfmoord' }))
    await clear(desk, cast.delft)
    await takes(desk, written(desk, '2', { threadKey: '1', text: WORDS }))
    expect((await card(desk)).care?.tone).toBe('danger')
    expect(await called(desk)).toHaveLength(2)
  })
})

describe('a complaint', () => {
  it('is a kind of its own, calls nobody and shows the general way', async () => {
    const desk = open()
    await desk.reader.writes('Ik heb een klacht')
    expect(await called(desk)).toEqual([])
    expect(await noticesIn(desk, 1)).toEqual([])
    const { care, buttons } = await card(desk)
    expect(care).toEqual({ label: 'Klacht', tone: 'notice', lines: ['Vraag welke bibliotheek het is.'] })
    expect(buttons?.at(-1)?.label).toBe('Geen klacht')
  })

  it('goes to the library that the reader names, in any message, where its way is known', async () => {
    const desk = open()
    await takes(desk, written(desk, '1', { text: 'Ik heb een klacht' }))
    await takes(desk, written(desk, '2', { threadKey: '1', text: 'over de bieb in DEVENTER.' }))
    expect((await card(desk)).care?.lines).toEqual(['Bibliotheek Deventer: klachten@deventer.example'])
    const delft = await desk.reader.writes('Klachten over Delft')
    expect((await card(desk, delft)).care?.lines).toEqual(['Vraag welke bibliotheek het is.'])
  })

  it('has the friendly answer at night', async () => {
    const desk = open(NIGHT)
    await takes(desk, written(desk, '1', { text: 'klacht' }))
    expect(await autos(desk)).toEqual([{ state: 'held', reason: null }])
  })
})

describe('/inbox', () => {
  const numbers = async (desk: TestDesk, typed: string) => {
    const [answer] = await desk.act(cast.delft, (act: Act) => runCommand(typed, inChannel, act))
    return answer?.facts?.map((it) => it.label) ?? []
  }

  it('puts first who needs a person first, and says why', async () => {
    const desk = open()
    for (const text of ['Eén', 'Een klacht', WORDS]) {
      await desk.reader.writes(text)
      desk.clock.advance(1_000)
    }
    expect(await numbers(desk, '/inbox')).toEqual(['#3', '#1', '#2'])
    expect(await numbers(desk, '/inbox care')).toEqual(['#3'])
    expect(await numbers(desk, '/inbox complaints')).toEqual(['#2'])
    const [answer] = await desk.act(cast.delft, (act) => runCommand('/inbox care', inChannel, act))
    expect(answer?.text).toBe(
      'Eén gesprek wacht op antwoord, eerst waar misschien zorg nodig is, dan de langst wachtende.',
    )
    expect(answer?.facts?.[0]?.value).toMatch(/^mogelijk wanhoop of zelfdoding · Ochtendblad/)
    await clear(desk, cast.delft, 3)
    expect(await numbers(desk, '/inbox care')).toEqual([])
  })

  it('counts all and shows at most twenty, the urgent among them', async () => {
    const desk = open()
    for (let n = 0; n < 22; n += 1) await desk.reader.writes(`Vraag ${n}`)
    const last = await desk.reader.writes(WORDS)
    const listed = await numbers(desk, '/inbox')
    expect(listed).toHaveLength(20)
    expect(listed[0]).toBe(`#${last}`)
  })
})
