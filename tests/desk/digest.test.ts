import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { claim } from '../../src/desk/claim.ts'
import { close } from '../../src/desk/close.ts'
import { move } from '../../src/desk/move.ts'
import { note } from '../../src/desk/note.ts'
import { receive } from '../../src/desk/receive.ts'
import { reply } from '../../src/desk/reply.ts'
import { sayDigest } from '../../src/desk/say-digest.ts'
import { openFromDigest } from '../../src/desk/unfold.ts'
import { SECOND } from '../../src/model/clock.ts'
import { cast } from '../support/cast.ts'
import { type AtWork, outboxAtWork } from '../support/outbox-at-work.ts'
import type { Put } from '../support/slow-chat.ts'

/** A channel that is busy, and then a crowd in it: its first comes in a thread, the others in a digest. */
async function crowded(count = 20, options: { fast?: boolean; text?: string } = {}) {
  const work = await outboxAtWork(options)
  await work.peak(count, 1, options)
  await work.settled()
  await work.passes(SECOND)
  return { ...work, digest: () => digestIn(work) }
}

function digestIn({ chat }: AtWork, which = 0): Put {
  const found = chat.put.filter((it) => it.content.kind === 'digest')[which]
  if (!found) throw new Error('there is no digest')
  return found
}
const lineOf = (put: Put, number: number) => put.content.facts?.find((it) => it.label.startsWith(`#${number} `))?.value
const pickable = (put: Put) => put.content.pick?.options.map((it) => Number(it.value)) ?? []
const threadOf = ({ chat }: AtWork, number: number) => {
  const card = chat.put.find((it) => it.content.kind === 'card' && it.content.about?.conversation === number)
  return card ? chat.in(card.channel, card.ref).map((it) => it.content.kind) : null
}

const waiting = ({ desk }: AtWork) =>
  desk.store.db
    .selectFrom('delivery')
    .select('verb')
    .where('target', '=', 'chat')
    .where('state', '=', 'queued')
    .execute()

const changed = (work: AtWork, number: number, change: { kind: 'edited'; text: string } | { kind: 'deleted' }) =>
  work.desk.act(null, async (act) => {
    const message = await act.tx
      .selectFrom('message')
      .selectAll()
      .where('conversation', '=', number)
      .executeTakeFirstOrThrow()
    const { account, external_id: id } = message
    const written = {
      account,
      id,
      threadKey: id,
      root: null,
      inReplyTo: null,
      answers: null,
      what: 'mention' as const,
      author: { id: `id-of-${number}`, handle: `lezer${number}`, name: `Lezer ${number}` },
      attachments: [],
      url: null,
      at: act.now,
      revision: 1,
    }
    const news = change.kind === 'deleted' ? { ...change, account, id, at: act.now } : { ...change, ...written }
    await receive(act, { network: 'x', account, source: 'test', changes: [news], cursor: 'c' })
  })

/** Posts of ours that stand in public, `post-0` and so on. */
const posts = ({ desk }: AtWork, ...texts: string[]) =>
  desk.act(null, async ({ tx }) => {
    await tx
      .insertInto('entry')
      .values({
        id: 'e',
        programme: 'ochtendblad',
        source: 'yaml',
        texts: '{}',
        media: '[]',
        grace: 15,
        since: 0,
        state: 'active',
        cron: null,
        once: null,
        until: null,
        by: null,
        planned_to: null,
      })
      .execute()
    for (const [n, text] of texts.entries()) {
      const post = 7 + n
      await tx
        .insertInto('post')
        .values({
          id: post,
          entry: 'e',
          programme: 'ochtendblad',
          channel: 'ochtendblad',
          slot: `2027-01-11T08:${10 + n}`,
          zone: 'Europe/Amsterdam',
          due_at: 0,
          media: '[]',
          grace: 15,
          state: 'out',
          texts: null,
          reason: null,
          alarm: null,
        })
        .execute()
      await tx
        .insertInto('variant')
        .values({
          post,
          network: 'x',
          account: 'schatkamer',
          text,
          state: 'sent',
          external_id: `post-${n}`,
          delivery: null,
          url: null,
          reason: null,
        })
        .execute()
    }
  })

describe('a channel that is behind', () => {
  it('names each new conversation in one message, with a way into each of them', async () => {
    const { digest, chat } = await crowded(20)
    expect(chat.in('ochtendblad').map((it) => it.content.kind)).toEqual(['card', 'digest'])
    expect(digest().content.text).toBe('19 nieuwe gesprekken bij Ochtendblad')
    expect(digest().content.facts?.slice(0, 2)).toEqual([
      { label: '#2 @lezer2', value: 'Wat een mooi boek 2' },
      { label: '#3 @lezer3', value: 'Wat een mooi boek 3' },
    ])
    const numbers = Array.from({ length: 19 }, (_, n) => n + 2)
    expect(pickable(digest())).toEqual(numbers)
    expect(digest().content.pick?.action).toBe('open')
    expect(digest().content.about?.conversations).toEqual(numbers)
  })

  it('says how far behind it is, and takes fifty at most in one message of eight thousand characters', async () => {
    const work = await crowded(150, { text: 'Dit is een lange vraag over een boek met een blauwe kaft. '.repeat(20) })
    expect(work.digest().content.facts).toHaveLength(50)
    expect(work.digest().content.text).toMatch(/Dit kanaal loopt achter \(09:00\): nog 99 gesprekken, het oudste wacht/)
    const { text, facts = [], pick } = work.digest().content
    const all = [
      text,
      ...facts.flatMap((it) => [it.label, it.value]),
      ...(pick?.options ?? []).flatMap((it) => [it.label, it.value]),
    ]
    expect(all.join('').length).toBeLessThan(8_000)
    await work.passes(3 * SECOND)
    expect(work.chat.in('ochtendblad').map((it) => it.content.facts?.length)).toEqual([2, 50, 50, 49])
  })

  it('gathers those that answer one post of ours, and names the post', async () => {
    const work = await outboxAtWork()
    await posts(work, 'Wat lees jij vandaag? Vertel het ons.')
    await work.peak(1, 1)
    await work.peak(6, 100, { answers: 'post-0' })
    await work.peak(8, 200)
    await work.settled()
    await work.passes(5 * SECOND)
    expect(work.chat.in('ochtendblad').map((it) => it.content.text.replace(/^#.*/, 'een kaart'))).toEqual([
      'een kaart',
      expect.stringMatching(/^6 nieuwe gesprekken bij “Wat lees jij vandaag\? Vertel het ons\.”\. .*: nog 8 /),
      '8 nieuwe gesprekken bij Ochtendblad',
    ])
  })

  it('gathers by programme those who are alone under their post', async () => {
    const work = await outboxAtWork()
    const texts = Array.from({ length: 12 }, (_, n) => `Boek ${n} van vandaag`)
    await posts(work, ...texts)
    await work.peak(1, 1)
    for (const n of texts.keys()) await work.peak(1, 100 + n, { answers: `post-${n}` })
    await work.peak(8, 200, { answers: 'post-11' })
    await work.settled()
    await work.passes(5 * SECOND)
    expect(work.chat.in('ochtendblad').map((it) => it.content.text.replace(/^#.*/, 'een kaart'))).toEqual([
      'een kaart',
      expect.stringMatching(/^11 nieuwe gesprekken bij Ochtendblad/),
      '9 nieuwe gesprekken bij “Boek 11 van vandaag”',
    ])
  })

  it('calls the host on the air once, not for each of them', async () => {
    const work = await outboxAtWork()
    await work.peak(10, 1, { text: 'Ik ben een boek kwijt #boekkwijt' })
    await work.settled()
    await work.passes(2 * SECOND)
    const called = work.chat.in('boek-kwijt').filter((it) => it.content.mentions?.includes('curator-deventer'))
    expect(called.map((it) => it.content.kind)).toEqual(['digest', 'notice'])
    expect(called[0]?.content.text).toContain('Ochtendblad wel: kijk jij even mee?')
    expect(await waiting(work)).toEqual([])
  })

  it('leaves out whom somebody has spoken of already', async () => {
    const work = await outboxAtWork()
    await work.peak(12, 1)
    await work.desk.act(cast.delft, (act) => note(act, { conversation: 9, text: 'Die ken ik.' }))
    await work.settled()
    await work.passes(5 * SECOND)
    expect(pickable(digestIn(work))).not.toContain(9)
    expect(threadOf(work, 9)).toEqual(['card', 'notice'])
  })

  it('leaves out whom somebody has moved to another channel before it was shown', async () => {
    const work = await outboxAtWork()
    await work.peak(12, 1)
    const moved = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    for (const conversation of moved)
      await work.desk.act(cast.delft, (act) => move(act, { conversation, programme: 'boek-kwijt' }))
    await work.passes(40 * SECOND)
    expect(work.chat.in('boek-kwijt').map((it) => it.content.about?.conversation)).toEqual(moved)
    expect(work.chat.put.filter((it) => it.content.kind === 'digest')).toEqual([])
  })

  it('shows each on its own where a fault of ours keeps them from being gathered', async () => {
    const work = await outboxAtWork()
    await sql`create trigger broken before insert on digest_item begin select raise(abort, 'broken'); end`.execute(
      work.desk.store.db,
    )
    await work.peak(10, 1)
    await work.settled()
    await work.passes(10 * SECOND)
    expect(work.chat.in('ochtendblad').map((it) => it.content.kind)).toEqual(Array(10).fill('card'))
    expect(await work.desk.store.db.selectFrom('digest').selectAll().execute()).toEqual([])
  })

  it('folds on the slow platform alone', async () => {
    const { fast, chat } = await crowded(20, { fast: true })
    expect(fast.put).toHaveLength(20)
    expect(chat.put.map((it) => it.content.kind)).toEqual(['card', 'digest'])
  })
})

describe('a conversation that stands in a digest', () => {
  it('shows there that its reader wrote more, without a message of its own', async () => {
    const work = await crowded()
    await work.desk.reader.writes('En nog iets', { as: '5', thread: 'p5' })
    await work.desk.reader.writes('En dit', { as: '5', thread: 'p5' })
    await work.passes(2 * SECOND)
    expect(lineOf(work.digest(), 5)).toBe('Wat een mooi boek 5 (3)')
    expect(work.chat.put).toHaveLength(2)
  })

  it('shows there what its reader changed, and nothing of what was deleted', async () => {
    const work = await crowded()
    await changed(work, 5, { kind: 'edited', text: 'Toch geen mooi boek' })
    await changed(work, 6, { kind: 'deleted' })
    await work.passes(2 * SECOND)
    expect(lineOf(work.digest(), 5)).toBe('Toch geen mooi boek')
    expect(lineOf(work.digest(), 6)).toBe('door de schrijver verwijderd')
    expect(JSON.stringify(work.digest().content)).not.toContain('mooi boek 6')
    const cards = work.desk.store.db.selectFrom('delivery').select('id').where('subject', '=', 'card')
    expect(await cards.where('verb', '=', 'revise').execute()).toEqual([])
  })

  it('loses what was deleted there as well when it has a thread by then', async () => {
    const work = await crowded()
    await work.desk.act(cast.delft, (act) => openFromDigest(act, 6))
    await work.passes(2 * SECOND)
    expect(lineOf(work.digest(), 6)).toBe('Wat een mooi boek 6 · heeft een draad')
    await changed(work, 6, { kind: 'deleted' })
    await work.passes(3 * SECOND)
    expect(JSON.stringify(work.chat.put)).not.toContain('mooi boek 6')
  })

  it('is closed there without a thread', async () => {
    const work = await crowded()
    await work.desk.act(cast.delft, (act) => close(act, { conversations: [5], reason: 'spam' }))
    await work.passes(2 * SECOND)
    expect(lineOf(work.digest(), 5)).toBe('Wat een mooi boek 5 · gesloten')
    expect(threadOf(work, 5)).toBeNull()
  })

  it('opens with everything in it when somebody asks for it, once however often, and the asker hears where', async () => {
    const work = await crowded()
    await work.desk.reader.writes('En nog iets', { as: '5', thread: 'p5' })
    const told = await work.desk.act(cast.delft, (act) => openFromDigest(act, 5))
    await work.desk.act(cast.deventer, (act) => openFromDigest(act, 5))
    await work.passes(3 * SECOND)
    await work.desk.act(cast.deventer, (act) => openFromDigest(act, 5))
    await work.passes(3 * SECOND)
    expect(told).toMatchObject({
      kind: 'private',
      text: expect.stringContaining('#5 krijgt een eigen draad in #ochtendblad'),
    })
    expect(threadOf(work, 5)).toEqual(['card', 'message'])
    expect(work.chat.in('ochtendblad').filter((it) => it.content.kind === 'card')).toHaveLength(2)
    expect(pickable(work.digest())).not.toContain(5)
    expect(lineOf(work.digest(), 5)).toBe('Wat een mooi boek 5 (2) · heeft een draad')
  })

  it('opens when somebody answers it: the card, what was said, and the reply once', async () => {
    const work = await crowded()
    await work.desk.reader.writes('En nog iets', { as: '5', thread: 'p5' })
    await work.peak(4, 100)
    await work.desk.act(cast.delft, (act) => reply(act, { conversation: 5, text: 'Dat vinden wij ook.' }))
    await work.passes(9 * SECOND)
    expect(threadOf(work, 5)).toEqual(['card', 'message', 'reply'])
    const five = work.chat.in('ochtendblad').slice(0, 5)
    expect(five.map((it) => it.content.kind)).toEqual(['card', 'digest', 'card', 'message', 'reply'])
  })

  it('opens when somebody claims it or says something about it', async () => {
    const work = await crowded()
    await work.desk.act(cast.delft, (act) => claim(act, 5))
    await work.desk.act(cast.delft, (act) => note(act, { conversation: 6, text: 'Die ken ik.' }))
    await work.passes(4 * SECOND)
    expect(threadOf(work, 5)).toEqual(['card'])
    expect(threadOf(work, 6)).toEqual(['card', 'notice'])
    expect(pickable(work.digest())).toHaveLength(17)
  })

  it('opens in the other channel when it is moved', async () => {
    const work = await crowded()
    await work.desk.act(cast.delft, (act) => move(act, { conversation: 5, programme: 'boek-kwijt' }))
    await work.passes(2 * SECOND)
    expect(threadOf(work, 5)).toEqual(['card'])
    expect(work.chat.in('boek-kwijt')).toHaveLength(1)
    expect(work.chat.in('ochtendblad')).toHaveLength(2)
  })

  it('hears nothing of what somebody types under the digest, and that person is told', async () => {
    const work = await crowded()
    const { channel, ref } = work.digest()
    const [card] = work.chat.put
    const under = (thread: string) => work.desk.act(cast.delft, (act) => sayDigest(act, 'slow', channel, thread))
    expect((await under(ref))?.text).toContain('gaat naar niemand')
    expect(await under(card?.ref ?? '')).toBeNull()
  })

  it('is named again when somebody deletes the digest', async () => {
    const work = await crowded()
    work.chat.lose(work.digest().ref)
    await work.desk.reader.writes('En nog iets', { as: '5', thread: 'p5' })
    await work.passes(3 * SECOND)
    expect(lineOf(work.digest(), 5)).toBe('Wat een mooi boek 5 (2)')
  })

  it('is named when the channel does not take the digest: in the one for alarms', async () => {
    const work = await outboxAtWork()
    await work.peak(20, 1)
    await work.settled()
    work.chat.shut.add('ochtendblad')
    await work.passes(2 * SECOND)
    expect(digestIn(work)).toMatchObject({ channel: 'regie' })
    expect(digestIn(work).content.text).toContain('Het kanaal ochtendblad nam')
  })

  it('is not offered for ever where no channel takes the digest', async () => {
    const work = await outboxAtWork()
    await work.peak(20, 1)
    await work.settled()
    work.chat.shut.add('ochtendblad').add('regie')
    await work.passes(3 * SECOND)
    const offered = await work.desk.store.db
      .selectFrom('delivery')
      .select(['state', 'attempts'])
      .where('subject', '=', 'digest')
      .execute()
    expect(offered).toEqual([{ state: 'rejected', attempts: 2 }])
  })
})
