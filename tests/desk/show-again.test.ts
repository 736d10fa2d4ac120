import { describe, expect, it } from 'vitest'
import { move } from '../../src/desk/move.ts'
import { note } from '../../src/desk/note.ts'
import { reply } from '../../src/desk/reply.ts'
import { settleDraft } from '../../src/desk/settle-draft.ts'
import { reviseCard } from '../../src/desk/thread.ts'
import { conversationByNumber } from '../../src/store/conversations.ts'
import { cast } from '../support/cast.ts'
import { type AtWork, outboxAtWork } from '../support/outbox-at-work.ts'

const EVERYTHING = { takes: { post: null, revise: null } }

/** A conversation in its thread, with an answer of ours in it. */
async function answered() {
  const work = await outboxAtWork(EVERYTHING)
  const number = await work.desk.reader.writes('Welke zin was dat?', { thread: 'a' })
  const { draft } = await work.desk.act(cast.delft, (act) => reply(act, { conversation: number, text: 'De eerste.' }))
  await work.desk.act(null, (act) => settleDraft(act, draft, { status: 'published', id: 'ours', url: null }))
  await work.desk.reader.writes('Van welk boek?', { thread: 'a' })
  await work.settled()
  return { ...work, number, thread: work.chat.put[0]?.ref ?? '' }
}

const cards = ({ chat }: AtWork) => chat.put.filter((it) => it.content.kind === 'card')
const standing = ({ chat }: AtWork, channel: string) =>
  chat.in(channel).map((it) => it.content.quote?.text ?? it.content.facts?.[0]?.value ?? it.content.text)
const revised = (work: AtWork, number: number) =>
  work.desk.act(null, async (act) => reviseCard(act, await conversationByNumber(act.tx, number)))

describe('a thread that is not there any more', () => {
  it('is opened again with everything that stood in it, in order, when the reader writes on', async () => {
    const work = await answered()
    work.chat.lose(work.thread)
    await work.desk.reader.writes('Nescio, zeg je?', { thread: 'a' })
    await work.settled()
    expect(standing(work, 'ochtendblad')).toEqual([
      'Welke zin was dat?',
      expect.stringContaining('De eerste.'),
      'Van welk boek?',
      'Nescio, zeg je?',
    ])
    expect(new Set(work.chat.put.map((it) => it.thread ?? it.ref)).size).toBe(1)
    expect(cards(work)[0]?.content.text).toContain('de draad was verdwenen')
  })

  it('is opened once, however much waits for it, and a note that waited comes behind', async () => {
    const work = await answered()
    work.chat.lose(work.thread)
    await work.desk.reader.writes('Nescio, zeg je?', { thread: 'a' })
    await work.desk.act(cast.delft, (act) => note(act, { conversation: work.number, text: 'Ik zoek het na.' }))
    await work.desk.reader.writes('Of Elsschot?', { thread: 'a' })
    await work.settled()
    expect(cards(work)).toHaveLength(1)
    expect(standing(work, 'ochtendblad').slice(3)).toEqual([
      'Nescio, zeg je?',
      'Of Elsschot?',
      'Notitie van Curator Delft: Ik zoek het na.',
    ])
  })

  it('is opened again when its card cannot be revised', async () => {
    const work = await answered()
    work.chat.lose(work.thread)
    await revised(work, work.number)
    await work.settled()
    expect(standing(work, 'ochtendblad')).toHaveLength(3)
  })

  it('shows the last forty messages and says how many it leaves out', async () => {
    const work = await answered()
    for (let n = 0; n < 44; n++) await work.desk.reader.writes(`Bericht ${n}`, { thread: 'a' })
    await work.settled()
    work.chat.lose(work.thread)
    await work.desk.reader.writes('De laatste', { thread: 'a' })
    await work.settled()
    const shown = standing(work, 'ochtendblad')
    expect(shown).toHaveLength(42)
    expect(shown[1]).toBe(
      'Van dit gesprek staan hier de laatste 40 berichten; de 7 berichten daarvoor staan er niet bij.',
    )
    expect(shown.at(-1)).toBe('De laatste')
  })

  it('is opened where its channel refused it before, for the next that is said', async () => {
    const work = await outboxAtWork(EVERYTHING)
    work.chat.shut.add('ochtendblad').add('regie')
    await work.desk.reader.writes('Welke zin was dat?', { thread: 'a' })
    await work.settled()
    expect(work.chat.put).toEqual([])
    work.chat.shut.clear()
    await work.desk.reader.writes('Hallo?', { thread: 'a' })
    await work.settled()
    expect(standing(work, 'ochtendblad')).toEqual(['Welke zin was dat?', 'Hallo?'])
  })

  it('opens in the channel for alarms when its own takes nothing any more', async () => {
    const work = await answered()
    work.chat.shut.add('ochtendblad')
    await work.desk.reader.writes('Nescio, zeg je?', { thread: 'a' })
    await work.settled()
    expect(standing(work, 'regie')).toHaveLength(4)
    expect(work.chat.in('regie')[0]?.content.text).toContain('Het kanaal ochtendblad nam deze draad niet aan')
  })

  it('goes to the channel for alarms when it is gone again at once, and then to a person, not round and round', async () => {
    const work = await answered()
    work.chat.leaky.add('ochtendblad').add('regie')
    await work.desk.reader.writes('Nescio, zeg je?', { thread: 'a' })
    await work.settled()
    const told = work.chat.in('regie').filter((it) => it.content.kind === 'alarm')
    expect(told.map((it) => it.content.text)).toEqual([
      expect.stringMatching(/^De draad van gesprek #1 verdwijnt steeds uit #regie/),
    ])
    const opened = await work.desk.store.db
      .selectFrom('delivery')
      .select(['body', 'state'])
      .where('verb', '=', 'open')
      .where('subject', '=', 'card')
      .execute()
    expect(opened.map((it) => [JSON.parse(it.body).channel, it.state])).toEqual([
      ['ochtendblad', 'sent'],
      ['ochtendblad', 'sent'],
      ['regie', 'sent'],
    ])
  })

  it('is left alone where the conversation has gone on elsewhere', async () => {
    const work = await answered()
    await work.desk.act(cast.delft, (act) => move(act, { conversation: work.number, programme: 'boek-kwijt' }))
    await work.settled()
    work.chat.lose(work.thread)
    await revised(work, work.number)
    await work.settled()
    expect(work.chat.in('ochtendblad')).toEqual([])
    expect(cards(work)).toHaveLength(1)
  })
})

it('puts the line of a reply in its thread again when that line alone is gone', async () => {
  const work = await answered()
  const line = work.chat.put.find((it) => it.content.kind === 'reply')
  work.chat.lose(line?.ref ?? '')
  await work.desk.act(null, (act) =>
    settleDraft(act, line?.content.about?.draft ?? 0, { status: 'person', reason: 'cannot-tell' }),
  )
  await work.settled()
  const again = work.chat.put.filter((it) => it.content.kind === 'reply')
  expect(again.map((it) => [it.thread, it.content.buttons?.[0]?.action])).toEqual([[work.thread, 'is-out']])
})
