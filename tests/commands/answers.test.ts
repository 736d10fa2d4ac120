import { describe, expect, it } from 'vitest'
import { runCommand } from '../../commands/index.ts'
import { HOUR, MINUTE } from '../../src/model/clock.ts'
import type { Member } from '../../src/model/station.ts'
import { cast } from '../support/cast.ts'
import { openDesk, type TestDesk } from '../support/desk.ts'
import { inChannel } from './place.ts'

const type = (desk: TestDesk, by: Member, text: string) => desk.act(by, (act) => runCommand(text, inChannel, act))
const facts = async (desk: TestDesk, by: Member, text: string) =>
  (await type(desk, by, text)).flatMap((it) => it.facts ?? []).map((it) => `${it.label}: ${it.value}`)

/** The clock of the tests stands at 09:00 on Monday 11 January 2027, in the zone of the station. */
describe('what a person reads', () => {
  it('in /inbox is number, programme, network, who, since when and with whom, in the zone of the station', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    await type(desk, cast.delft, `/claim ${number}`)
    desk.clock.advance(12 * MINUTE)
    expect(await facts(desk, cast.delft, '/inbox')).toEqual([
      `#${number}: Ochtendblad · X · @lezer · wacht 12 minuten (ma 11 jan. 09:00) · bij Curator Delft`,
    ])
  })

  it('in /onair is what is on, until when, its hosts, and what is next', async () => {
    const desk = openDesk()
    const [answer] = await type(desk, cast.researcher, '/onair')
    expect(answer?.text).toBe('On the air now: Ochtendblad, until 11:00.')
    expect(await facts(desk, cast.delft, '/onair')).toEqual([
      'Presentatie: Curator Deventer',
      'Kanaal: #ochtendblad',
      'Straks: Boek Kwijt, ma 11 jan. 11:00',
    ])
    desk.clock.advance(15 * HOUR)
    expect((await type(desk, cast.delft, '/onair'))[0]?.text).toBe('Er is nu niets in de lucht.')
  })

  it('in /find is the line, who wrote it, where and when', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit luisterboek?')
    await type(desk, cast.delft, `/close ${number} spam`)
    expect(await facts(desk, cast.delft, '/find luister')).toEqual([
      `${number}.1: “Waar vind ik dit luisterboek?” · @lezer · X · ma 11 jan. 09:00 · gesloten`,
    ])
  })

  it('in /conversation history is who did what, and when', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    desk.clock.advance(MINUTE)
    await type(desk, cast.delft, `/reply ${number} Op de zolder.`)
    await type(desk, cast.delft, `/close ${number} beantwoord`)
    expect(await facts(desk, cast.delft, `/conversation ${number} history`)).toEqual([
      `ma 11 jan. 09:00: @lezer schreef ${number}.1: “Waar vind ik dit boek?”`,
      'ma 11 jan. 09:01: Curator Delft verstuurde: “Op de zolder.”',
      'ma 11 jan. 09:01: Curator Delft sloot het (beantwoord)',
    ])
  })

  it('in /station are the networks, what is under way, and that a person is needed nowhere', async () => {
    const desk = openDesk()
    await desk.reader.writes('Waar vind ik dit boek?')
    desk.clock.advance(5 * MINUTE)
    const answers = await type(desk, cast.delft, '/station')
    expect(await facts(desk, cast.delft, '/station')).toEqual([
      'Zender: in de lucht; alles gaat uit',
      'X: SANDBOX · @schatkamer · laatste nieuws ma 11 jan. 09:00 (5 minuten geleden)',
      'Facebook: SANDBOX · @schatkamer · nog niets binnengekomen',
      'YouTube: SANDBOX · @schatkamer · nog niets binnengekomen',
      'Onderweg: 0 naar netwerken, 1 naar de chat, 0 onzeker',
    ])
    expect(answers.at(-1)?.text).toBe('Er wacht niets op een keuze van een mens.')
  })

  it('in /station is each reply that only a person can settle, with its buttons', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    await type(desk, cast.delft, `/reply ${number} Op de zolder.`)
    await desk.store.db.updateTable('draft').set({ state: 'person', reason: 'cannot-tell' }).execute()
    await desk.store.db
      .updateTable('delivery')
      .set({ state: 'unknown', person: 1, reason: 'cannot-tell' })
      .where('verb', '=', 'publish')
      .execute()
    const answers = await type(desk, cast.delft, '/station')
    expect(answers.at(-1)).toMatchObject({
      kind: 'private',
      buttons: [{ action: 'is-out' }, { action: 'send-again' }, { action: 'drop' }],
    })
  })
})
