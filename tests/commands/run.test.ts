import { describe, expect, it } from 'vitest'
import { actions, commandList, runCommand } from '../../commands/index.ts'
import type { Member } from '../../src/model/station.ts'
import { conversationByNumber } from '../../src/store/conversations.ts'
import { refusalText } from '../../src/wording/refusals.ts'
import { cast } from '../support/cast.ts'
import { openDesk, type TestDesk } from '../support/desk.ts'
import { inChannel, inThreadOf } from './place.ts'

const type = (desk: TestDesk, by: Member, text: string, place = inChannel) =>
  desk.act(by, (act) => runCommand(text, place, act))

describe('a command', () => {
  it('does the same typed as /reply 1 in a channel and as reply in the thread', async () => {
    const desk = openDesk()
    const first = await desk.reader.writes('Waar vind ik dit boek?')
    const second = await desk.reader.writes('En dit?')
    const [held] = await type(desk, cast.delft, `/reply ${first} Bij de romans.`)
    await type(desk, cast.delft, 'reply Bij de strips.', inThreadOf(second))
    const drafts = await desk.store.db
      .selectFrom('draft')
      .select(['conversation', 'text', 'state'])
      .orderBy('id')
      .execute()
    expect(drafts).toEqual([
      { conversation: first, text: 'Bij de romans.', state: 'held' },
      { conversation: second, text: 'Bij de strips.', state: 'held' },
    ])
    expect(held).toMatchObject({
      kind: 'private',
      text: `Je antwoord in #${first} gaat over 10 seconden uit.`,
      buttons: [{ action: 'undo' }],
    })
  })

  it('answers in the language of the person who typed it', async () => {
    const desk = openDesk()
    expect((await type(desk, cast.delft, '/inbox'))[0]?.text).toBe('Er wacht niemand. Mooi.')
    expect((await type(desk, cast.researcher, '/inbox'))[0]?.text).toBe('Nobody waits. Lovely.')
  })

  it.each([
    ['/clam 1', 'claim'],
    ['/replay 1 Dag', 'reply'],
    ['/CONVERSATIE 1', 'conversation'],
    ['/zzzzzzzzz', ''],
    ['/constructor', ''],
  ])('that does not exist names the nearest: %s', async (typed, nearest) => {
    const desk = openDesk()
    const refusal = await desk.refused(cast.delft, (act) => runCommand(typed, inChannel, act))
    expect(refusal).toMatchObject({ code: 'no-command', facts: { nearest } })
  })

  it('that is typed wrongly shows what was read and how it works, in the language of the person', async () => {
    const desk = openDesk()
    const refusal = await desk.refused(cast.delft, (act) => runCommand('/claim twaalf', inChannel, act))
    expect(refusalText('nl', refusal)).toBe(
      'Ik las “twaalf”, maar verwachtte het nummer van een gesprek, zoals 12 of #12. Zo werkt het: /claim 12',
    )
  })

  it('that is refused leaves nothing behind', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    await desk.refused(cast.delft, (act) => runCommand(`/assign ${number} @niemand-hier`, inChannel, act))
    const history = await desk.store.db.selectFrom('history').selectAll().execute()
    expect(history).toEqual([])
  })

  it('from the texts that lie ready goes out as a reply', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Dag!')
    await type(desk, cast.delft, `/snippet welkom ${number}`)
    const draft = await desk.store.db.selectFrom('draft').select(['text', 'state']).executeTakeFirstOrThrow()
    expect(draft).toEqual({ text: 'Welkom bij de bibliotheek.', state: 'held' })
  })
})

describe('an image', () => {
  it('that was attached to the reply goes out with it', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Hoe ziet de kaft eruit?')
    const image = { kind: 'image' as const, url: 'https://example.org/kaft.jpg', alt: 'Een blauwe kaft' }
    await type(desk, cast.delft, 'reply Zo.', { ...inThreadOf(number), attachments: [image] })
    const { media } = await desk.store.db.selectFrom('draft').select('media').executeTakeFirstOrThrow()
    expect(JSON.parse(media)).toEqual([image])
  })
})

describe('/help', () => {
  it('shows what the asker may do and nothing else', async () => {
    const desk = openDesk()
    const [answer] = await type(desk, cast.expert, '/help')
    expect(answer?.facts?.map((it) => it.label)).toContain('/note')
    expect(answer?.facts?.map((it) => it.label)).not.toContain('/reply')
  })

  it('shows how one command works and for whom it is', async () => {
    const desk = openDesk()
    const [answer] = await type(desk, cast.delft, '/help close')
    expect(answer?.facts?.map((it) => it.value)).toEqual([
      '/close 12 13 beantwoord, of /close 12 niet kunnen helpen omdat …',
      'curatoren, coördinatoren en beheerders',
    ])
    expect((await desk.refused(cast.delft, (act) => runCommand('/help clos', inChannel, act))).facts.nearest).toBe(
      'close',
    )
  })

  it('is what somebody gets who says nothing', async () => {
    const desk = openDesk()
    expect((await type(desk, cast.delft, ''))[0]?.text).toMatch(/^Dit kun je doen/)
  })
})

describe('a list of commands', () => {
  it('has a usage that begins with the command, in both languages', () => {
    for (const language of ['nl', 'en'] as const)
      for (const it of commandList(language)) {
        expect(it.usage.startsWith(`/${it.name}`)).toBe(true)
        expect(it.summary).not.toBe('')
      }
  })
})

describe('the card’s buttons', () => {
  const press = (desk: TestDesk, by: Member, action: string, value: number, form: Record<string, string> = {}) =>
    desk.act(
      by,
      (act) => actions[action]?.(act, String(value), form, inThreadOf(value)) ?? Promise.reject(new Error(action)),
    )
  const load = (desk: TestDesk, number: number) => desk.act(null, (act) => conversationByNumber(act.tx, number))

  it('claim, release, close and reopen as the commands do', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    await press(desk, cast.delft, 'claim', number)
    expect((await load(desk, number)).claimed_by).toBe('curator-delft')
    await press(desk, cast.delft, 'release', number)
    expect((await load(desk, number)).claimed_by).toBeNull()
    await press(desk, cast.delft, 'close', number, { reason: 'could-not-help', note: 'nergens te leen' })
    expect(await load(desk, number)).toMatchObject({ close_reason: 'could-not-help', close_note: 'nergens te leen' })
    await press(desk, cast.delft, 'reopen', number)
    expect((await load(desk, number)).state).toBe('open')
  })

  it('ask for the same right as the commands', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    for (const action of ['claim', 'release', 'close', 'reopen'])
      await expect(press(desk, cast.researcher, action, number, { reason: 'spam' })).rejects.toMatchObject({
        code: 'no-right',
      })
  })

  it('are none by a name that every object has', () => {
    expect(actions.constructor).toBeUndefined()
    expect(actions.toString).toBeUndefined()
  })
})
