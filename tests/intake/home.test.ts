import { describe, expect, it } from 'vitest'
import type { Content } from '../../src/model/chat.ts'
import { MINUTE } from '../../src/model/clock.ts'
import { station } from '../support/cast.ts'
import { ManualClock } from '../support/clock.ts'
import { anna, ben, type Newsroom, openNewsroom, person } from '../support/newsroom.ts'

const home = (room: Newsroom, by: string): Promise<Content[]> => room.intake.home('slack', by)
const textsOf = (page: Content[]) => page.map((it) => it.text)
const actionsOf = (content: Content | undefined) => content?.buttons?.map((it) => it.action) ?? []

async function typesIn(room: Newsroom, number: number): Promise<string> {
  const thread = await room.opens(number)
  const typed = { kind: 'message', thread, message: `m${number}`, text: 'Bij de romans.' } as const
  const [question] = await room.does({ ...typed, by: anna.id })
  return question?.buttons?.[0]?.value ?? ''
}

describe('the page of a curator', () => {
  it('begins with what waits for a yes, as it was asked, and what is in the hold can be taken back', async () => {
    const room = openNewsroom()
    const draft = await typesIn(room, await room.reader.writes('Waar vind ik dit boek?'))
    const asked = await home(room, anna.id)
    expect(asked[0]?.text).toBe('Eén antwoord van jou wacht op een besluit')
    expect(asked[1]?.text).toBe('Versturen aan @lezer op X? 18/280')
    expect(actionsOf(asked[1])).toEqual(['send', 'keep'])

    await room.does({ kind: 'action', by: anna.id, thread: null, channel: '', action: 'send', value: draft, form: {} })
    const held = await home(room, anna.id)
    expect(held[0]?.text).toBe('Er wacht niets op jouw besluit.')
    expect(actionsOf(held[1])).toEqual(['undo'])
    expect((await home(room, ben.id)).flatMap((it) => actionsOf(it))).not.toContain('undo')
  })

  it('shows what is claimed, where somebody waits first', async () => {
    const room = openNewsroom()
    const answered = await room.reader.writes('Dank je!', { as: 'blij' })
    const waiting = await room.reader.writes('Waar vind ik dit boek?', { as: 'zoeker' })
    for (const number of [answered, waiting])
      await room.does({ kind: 'command', by: anna.id, text: `/claim ${number}` })
    await room.store.db.updateTable('conversation').set({ waiting_since: null }).where('id', '=', answered).execute()
    room.clock.advance(12 * MINUTE)
    const mine = (await home(room, anna.id)).find((it) => it.text === 'Van jou: 2 gesprekken')
    expect(mine?.facts).toEqual([
      { label: `#${waiting}`, value: '@zoeker · X · wacht 12 minuten · van jou tot 09:30' },
      { label: `#${answered}`, value: '@blij · X · beantwoord · van jou tot 09:30' },
    ])
    room.clock.advance(20 * MINUTE)
    expect(textsOf(await home(room, anna.id))).toContain('Je hebt nu niets opgepakt.')
  })

  it('names the ten who wait longest, each with a way to take it, from which the page goes on', async () => {
    const room = openNewsroom()
    for (let n = 1; n <= 11; n++) {
      await room.reader.writes(`Vraag ${n}`, { as: `lezer${n}` })
      room.clock.advance(MINUTE)
    }
    const page = await home(room, anna.id)
    expect(textsOf(page)).toContain('Wie het langst wacht (10 van de 11)')
    const claims = page.flatMap((it) => it.buttons ?? []).filter((it) => it.action === 'claim')
    expect(claims.map((it) => it.value)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
    await room.does({ by: anna.id, thread: null, channel: '', ...press(claims[0]) })
    const after = (await home(room, anna.id)).filter((it) => it.about?.conversation === 1)
    expect(after.map((it) => actionsOf(it))).toEqual([[]])
  })

  it('says what is on the air and what comes next, and who hosts it', async () => {
    const page = await home(openNewsroom(), anna.id)
    const onAir = page.find((it) => it.text === 'Nu in de lucht: Ochtendblad, tot 11:00.')
    expect(onAir?.facts).toContainEqual({ label: 'Presentatie', value: 'Curator Deventer' })
    expect(onAir?.facts).toContainEqual({ label: 'Straks', value: 'Boek Kwijt, ma 11 jan. 11:00' })
  })

  it('shows the next airing of the library that the curator belongs to, and none to whoever hosts nothing', async () => {
    const delft = { ...station.members.find((it) => it.id === 'curator-delft') }
    const members = station.members.map((it) => (it.id === delft.id ? { ...it, library: 'delft' } : it))
    const room = openNewsroom(new ManualClock(), { ...station, members })
    room.people.set(anna.id, { ...anna, library: 'delft' })
    expect(textsOf(await home(room, anna.id))).toContain(
      'Jouw volgende uitzending: Boek Kwijt, ma 11 jan. 11:00. Er staat nog geen bericht voor klaar.',
    )
    expect(textsOf(await home(room, ben.id)).filter((it) => it.startsWith('Your next airing'))).toEqual([])
  })

  it('is in the language of the person', async () => {
    const room = openNewsroom()
    await room.reader.writes('Waar vind ik dit boek?')
    const page = await home(room, ben.id)
    expect(textsOf(page)).toContain('Who waits longest')
    expect(page.flatMap((it) => it.buttons ?? []).map((it) => it.label)).toEqual(['Claim'])
  })
})

describe('the page of somebody', () => {
  it('who only reads shows who waits without a way to take it, and an expert what is on the air', async () => {
    const room = openNewsroom()
    await room.reader.writes('Waar vind ik dit boek?')
    room.people.set('U0RESEA', person('U0RESEA', 'Rik Ras', ['researcher']))
    room.people.set('U0EXPER', person('U0EXPER', 'Eva Els', ['expert']))
    const read = await home(room, 'U0RESEA')
    expect(textsOf(read)[0]).toBe('Wie het langst wacht')
    expect(read.flatMap((it) => actionsOf(it))).toEqual([])
    expect(textsOf(await home(room, 'U0EXPER'))).toEqual(['Nu in de lucht: Ochtendblad, tot 11:00.'])
  })

  it('who is not in the team says whom to ask, and shows nothing else', async () => {
    const room = openNewsroom()
    await room.reader.writes('Waar vind ik dit boek?')
    expect(textsOf(await home(room, 'U0STRANGER'))).toEqual([
      'Je staat niet in het team. Vraag de coördinator om je in een groep te zetten; dan staat hier wat er op je wacht.',
    ])
  })

  it('of whom the platform does not say who it is says so', async () => {
    const room = openNewsroom()
    room.silent = true
    expect((await home(room, anna.id)).map((it) => it.about?.code)).toEqual(['roles-unknown'])
  })
})

const press = (button: { action: string; value: string } | undefined) => ({
  kind: 'action' as const,
  action: button?.action ?? '',
  value: button?.value ?? '',
  form: {},
})
