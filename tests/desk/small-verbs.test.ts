import { describe, expect, it } from 'vitest'
import { claim } from '../../src/desk/claim.ts'
import { close } from '../../src/desk/close.ts'
import { lookUpConversation, lookUpHistory } from '../../src/desk/look-up.ts'
import { note } from '../../src/desk/note.ts'
import { pause, resume } from '../../src/desk/pause.ts'
import { reply } from '../../src/desk/reply.ts'
import { addSnippet, removeSnippet, snippetCalled, snippets } from '../../src/desk/snippets.ts'
import { stationState } from '../../src/desk/station-state.ts'
import { tag } from '../../src/desk/tag.ts'
import { undo } from '../../src/desk/undo.ts'
import { MINUTE } from '../../src/model/clock.ts'
import { isPaused } from '../../src/store/settings.ts'
import { cast } from '../support/cast.ts'
import { openDesk } from '../support/desk.ts'
import { calledIn, noticesIn } from '../support/thread.ts'

describe('a note', () => {
  it('stands in the thread under its writer, calls whom it names, and nothing of it is published', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Wie zong dit?')
    await desk.act(cast.expert, (act) => note(act, { conversation: number, text: 'Kijk jij, @curator-delft?' }))
    expect(await noticesIn(desk, number)).toEqual(['Notitie van Expert Muziek: Kijk jij, @curator-delft?'])
    expect(await calledIn(desk, number)).toEqual(['curator-delft'])
    const out = await desk.store.db.selectFrom('delivery').select('id').where('target', '=', 'network').execute()
    expect(out).toEqual([])
  })
})

describe('labels', () => {
  it('are of the station’s vocabulary, by id or name, and count once', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Ik zoek een luisterboek')
    await desk.act(cast.researcher, (act) => tag(act, { conversation: number, add: ['Boek zoeken'], remove: [] }))
    const outcome = await desk.act(cast.delft, (act) =>
      tag(act, { conversation: number, add: ['boek-zoeken', 'LUISTERBOEK'], remove: [] }),
    )
    expect(outcome.labels).toEqual(['boek-zoeken', 'luisterboek'])
    const removed = await desk.act(cast.delft, (act) =>
      tag(act, { conversation: number, add: [], remove: ['luisterboek'] }),
    )
    expect(removed.labels).toEqual(['boek-zoeken'])
  })

  it('that do not exist are refused with the nearest and the list', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Ik zoek een luisterboek')
    const refusal = await desk.refused(cast.delft, (act) =>
      tag(act, { conversation: number, add: ['luisterboeken'], remove: [] }),
    )
    expect(refusal).toMatchObject({
      code: 'no-label',
      facts: { nearest: 'luisterboek', all: 'luisterboek, boek-zoeken' },
    })
  })
})

describe('ready-made texts', () => {
  it('come from the file and from the team; what the file has is not changed in chat', async () => {
    const desk = openDesk()
    await desk.act(cast.delft, (act) => addSnippet(act, { name: 'Dank', text: 'Dank je wel.' }))
    const again = await desk.act(cast.delft, (act) => addSnippet(act, { name: 'dank', text: 'Dank!' }))
    expect(again.replaced).toBe(true)
    expect(await desk.act(null, snippets)).toEqual([
      { id: 'welkom', text: 'Welkom bij de bibliotheek.', ours: false },
      { id: 'dank', text: 'Dank!', ours: true },
    ])
    const overwrite = { name: 'welkom', text: 'Hoi' }
    expect((await desk.refused(cast.delft, (act) => addSnippet(act, overwrite))).code).toBe('snippet-from-file')
    expect((await desk.refused(cast.delft, (act) => removeSnippet(act, 'welkom'))).code).toBe('snippet-from-file')
    await desk.act(cast.delft, (act) => removeSnippet(act, 'dank'))
    const gone = await desk.refused(cast.delft, (act) => snippetCalled(act, 'welkon'))
    expect(gone).toMatchObject({ code: 'no-snippet', facts: { nearest: 'welkom' } })
  })

  it.each(['list', 'twee woorden', '-streep', 'é', 'a'.repeat(41)])('cannot be called %j', async (name) => {
    const desk = openDesk()
    const refusal = await desk.refused(cast.delft, (act) => addSnippet(act, { name, text: 'Tekst' }))
    expect(refusal.code).toBe('snippet-name')
  })
})

describe('looking up', () => {
  it('shows the newest messages behind the first, with who wrote them', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Een', { thread: 'a' })
    await desk.reader.writes('Twee', { thread: 'a', as: 'buur' })
    const { card, messages } = await desk.act(cast.delft, (act) => lookUpConversation(act, number))
    expect(card.quote?.text).toBe('Een')
    expect(messages.map((it) => [it.text, it.quote?.author, it.quote?.text])).toEqual([[`${number}.2`, 'buur', 'Twee']])
  })

  it('tells who wrote, sent, undid and closed, in the order in which it happened', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    desk.clock.advance(MINUTE)
    await desk.act(cast.delft, (act) => claim(act, number))
    desk.clock.advance(MINUTE)
    const { draft } = await desk.act(cast.delft, (act) => reply(act, { conversation: number, text: 'Op de zolder.' }))
    desk.clock.advance(1_000)
    await desk.act(cast.coordinator, (act) => undo(act, draft))
    await desk.act(cast.coordinator, (act) => close(act, { conversations: [number], reason: 'spam' }))
    const events = await desk.act(cast.researcher, (act) => lookUpHistory(act, number))
    expect(events.map((it) => [it.what, it.who, it.line])).toEqual([
      ['wrote', '@lezer', 'Waar vind ik dit boek?'],
      ['claimed', 'Curator Delft', ''],
      ['sent', 'Curator Delft', 'Op de zolder.'],
      ['undone', 'Coördinator', 'Op de zolder.'],
      ['closed', 'Coördinator', ''],
    ])
  })
})

describe('the pause', () => {
  it('stops the station and puts what waited before a person at the resume', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    await desk.act(cast.delft, (act) => reply(act, { conversation: number, text: 'Op de zolder.' }))
    await desk.act(cast.coordinator, pause)
    expect(await desk.act(null, (act) => isPaused(act.tx))).toBe(true)
    expect(await desk.refused(cast.administrator, pause)).toMatchObject({
      code: 'paused-already',
      facts: { who: 'Coördinator' },
    })
    expect((await desk.act(cast.delft, stationState)).paused).toEqual({ who: 'Coördinator', at: desk.clock.now() })
    expect(await desk.act(cast.coordinator, resume)).toEqual({ held: 1 })
    const { state } = await desk.store.db.selectFrom('draft').select('state').executeTakeFirstOrThrow()
    expect(state).toBe('review')
    expect((await desk.refused(cast.coordinator, resume)).code).toBe('not-paused')
  })
})

describe('the state of the station', () => {
  it('counts what is under way and shows what only a person can decide', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    const { draft } = await desk.act(cast.delft, (act) => reply(act, { conversation: number, text: 'Op de zolder.' }))
    await desk.store.db
      .updateTable('delivery')
      .set({ state: 'unknown', person: 1, reason: 'cannot-tell' })
      .where('verb', '=', 'publish')
      .execute()
    const state = await desk.act(cast.delft, stationState)
    expect(state.outbox).toMatchObject({ network: 0, unknown: 1 })
    expect(state.outbox.chat).toBeGreaterThan(0)
    expect(state.forPerson.map((it) => [it.subject, it.subject_id])).toEqual([['draft', draft]])
    expect(state.networks.find((it) => it.network === 'x')).toMatchObject({ live: false, news: desk.clock.now() })
    expect(state.networks.find((it) => it.network === 'youtube')?.news).toBeNull()
  })
})
