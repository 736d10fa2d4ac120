import { describe, expect, test } from 'vitest'
import { count, faults } from './count.ts'
import type { Evidence, Line } from './evidence.ts'
import { markOf } from './marker.ts'

const card = (number: number, version = 1): Line => line('card', `#1 · @lezer · X ${markOf.message(number, version)}`)
const message = (number: number, version = 1): Line => line('message', markOf.message(number, version))
const line = (kind: string, text: string, says: Line['says'] = null): Line => ({ kind, headline: text, text, says })
const answer = (number: number, says: Line['says'], sentence = '✓'): Line =>
  line('reply', `${sentence} ${markOf.reply(number)}`, says)

/** Two readers write, one of them twice; a curator answers; one post has aired on two networks. All is well. */
const day = (): Evidence => ({
  written: [
    { id: 'x-1', network: 'x', author: 'lezer', kind: 'mention', text: 'zzm1v1', inReplyTo: null, state: 'live' },
    {
      id: 'y-2',
      network: 'youtube',
      author: 'kijker',
      kind: 'comment',
      text: 'zzm2v1',
      inReplyTo: 'y-9',
      state: 'live',
    },
    { id: 'x-3', network: 'x', author: 'lezer', kind: 'mention', text: 'zzm3v2', inReplyTo: 'x-1', state: 'live' },
    {
      id: 'y-4',
      network: 'youtube',
      author: 'kijker',
      kind: 'comment',
      text: 'zzm4v1',
      inReplyTo: 'y-2',
      state: 'live',
    },
    { id: 'x-5', network: 'x', author: 'lezer', kind: 'mention', text: '', inReplyTo: 'x-1', state: 'deleted' },
  ],
  seen: [
    { id: 'x-8', network: 'x', text: 'zzp1', inReplyTo: null },
    { id: 'y-9', network: 'youtube', text: 'zzp1', inReplyTo: null },
    { id: 'x-6', network: 'x', text: 'Dat was het. zzr1 ^CD', inReplyTo: 'x-3' },
    { id: 'y-7', network: 'youtube', text: 'zzr2', inReplyTo: 'y-2' },
  ],
  threads: [
    { id: 'd-1', channel: 'ochtendblad', lines: [card(1), message(3, 2), answer(1, 'out'), line('message', '(weg)')] },
    { id: 'd-2', channel: 'ochtendblad', lines: [card(2), message(4), answer(2, 'out')] },
  ],
  asked: [
    { mark: 'zzr1', answers: 'x-3', loosely: false, accepted: true, refused: null },
    { mark: 'zzr2', answers: 'y-4', loosely: false, accepted: true, refused: null },
  ],
  planned: [
    { mark: 'zzp1', network: 'x' },
    { mark: 'zzp1', network: 'youtube' },
  ],
  told: [
    { number: 1, id: 'x-1', version: 1, deleted: false },
    { number: 2, id: 'y-2', version: 1, deleted: false },
    { number: 3, id: 'x-3', version: 2, deleted: false },
    { number: 4, id: 'y-4', version: 1, deleted: false },
    { number: 5, id: 'x-5', version: 1, deleted: true },
  ],
  flat: ['youtube'],
})

/** What the counter finds wrong after one thing was changed, without what is empty. */
function found(change: (day: Evidence) => void): Record<string, number> {
  const evidence = day()
  change(evidence)
  return Object.fromEntries(
    Object.entries(faults(count(evidence)))
      .filter(([, list]) => list.length > 0)
      .map(([name, list]) => [name, list.length]),
  )
}
const lines = (evidence: Evidence, thread: number): Line[] => evidence.threads[thread]!.lines

describe('the counter of the torture', () => {
  test('finds nothing where nothing is wrong', () => {
    expect(found(() => {})).toEqual({})
    const { inbound, replies, posts } = count(day())
    expect(inbound).toMatchObject({ written: 5, deleted: 1, edited: 1, shown: 4 })
    expect(replies).toMatchObject({ asked: 2, public: 2 })
    expect(posts).toMatchObject({ planned: 2, public: 2 })
  })

  test('sees a message that is in no thread', () =>
    expect(found((it) => lines(it, 0).splice(1, 1))).toEqual({ lost: 1 }))

  test('sees a message that the network kept and whose writer was told nothing', () =>
    expect(found((it) => it.told.pop())).toEqual({ lost: 1 }))

  test('sees a message twice in its thread', () =>
    expect(found((it) => lines(it, 0).push(message(3, 2)))).toEqual({ doubled: 1 }))

  test('sees a thread that was opened twice', () =>
    expect(found((it) => it.threads.push({ id: 'd-3', channel: 'regie', lines: [card(1)] }))).toEqual({ doubled: 1 }))

  test('sees two messages in the wrong order', () =>
    expect(found((it) => lines(it, 1).reverse())).toEqual({ disordered: 2 }))

  test('takes the order in which a network brought two messages for theirs', () => {
    const brought = (first: number | null, second: number | null) =>
      found((it) => {
        lines(it, 1).reverse()
        const [one, other] = it.written.filter(({ id }) => id === 'y-2' || id === 'y-4')
        Object.assign(one!, { brought: first })
        Object.assign(other!, { brought: second })
      })
    expect(brought(2, 1)).toEqual({ disordered: 1 })
    expect(brought(1, 2)).toEqual({ disordered: 2 })
    expect(brought(null, 1)).toEqual({ disordered: 2 })
  })

  test('sees a message in the thread of another branch', () =>
    expect(found((it) => lines(it, 1).push(...lines(it, 0).splice(1, 1)))).toMatchObject({ misplaced: 1 }))

  test('sees one branch spread over two threads', () =>
    expect(
      found((it) => it.threads.push({ id: 'd-3', channel: 'ochtendblad', lines: lines(it, 0).splice(1, 1) })),
    ).toEqual({ misplaced: 1 }))

  test('sees an edit that did not arrive', () =>
    expect(found((it) => void lines(it, 0).splice(1, 1, message(3, 1)))).toEqual({ outdated: 1 }))

  test('sees a deleted text wherever it comes up again, in a notice too', () =>
    expect(found((it) => lines(it, 1).push(line('notice', 'antwoord op zzm5v1')))).toEqual({ resurfaced: 1 }))

  test('sees a reply that is public twice', () =>
    expect(found((it) => it.seen.push({ id: 'x-10', network: 'x', text: 'zzr1', inReplyTo: 'x-3' }))).toEqual({
      doubled: 1,
    }))

  test('sees a reply with two lines at the desk', () =>
    expect(found((it) => lines(it, 0).push(answer(1, 'out')))).toEqual({ doubled: 1 }))

  test('sees a reply under the wrong message, on YouTube under one that is not at the top', () => {
    expect(found((it) => (it.seen[2]!.inReplyTo = 'x-1'))).toEqual({ misplaced: 1 })
    expect(found((it) => (it.seen[3]!.inReplyTo = 'y-4'))).toEqual({ misplaced: 1 })
  })

  test('sees an accepted reply that is nowhere', () =>
    expect(
      found((it) => {
        it.seen.splice(2, 1)
        lines(it, 0).splice(2, 1)
      }),
    ).toEqual({ lost: 1 }))

  test('sees a reply that the desk calls sent and the public cannot see', () =>
    expect(found((it) => it.seen.splice(2, 1))).toEqual({ lost: 1 }))

  test('sees a reply that waits for ever', () =>
    expect(
      found((it) => {
        it.seen.splice(2, 1)
        lines(it, 0)[2] = answer(1, 'waits')
      }),
    ).toEqual({ lost: 1 }))

  test('sees a public reply that the desk calls refused', () =>
    expect(found((it) => (lines(it, 0)[2] = answer(1, 'person', '✗')))).toEqual({ 'said otherwise': 1 }))

  test('sees a public reply that is missing from its thread', () =>
    expect(found((it) => lines(it, 0).splice(2, 1))).toEqual({ 'said otherwise': 1 }))

  test('sees a reply above the message that it answers', () =>
    expect(
      found((it) => {
        it.threads[0]!.lines = [card(1), answer(1, 'out'), message(3, 2)]
      }),
    ).toEqual({ disordered: 1 }))

  test('takes a reply that stands before a person with its reason for kept', () => {
    const evidence = day()
    evidence.seen.splice(2, 1)
    lines(evidence, 0)[2] = answer(1, 'person', '✗ Niet verstuurd: de tekst is te lang')
    const counted = count(evidence)
    expect(faults(counted).lost).toEqual([])
    expect([...counted.replies.beforePerson.values()]).toEqual([1])
  })

  test.each([{ accepted: false }, { refused: 'message-deleted' }])(
    'takes a reply that never reached the desk, or was refused at once, for no loss: %o',
    (how) =>
      expect(
        found((it) => {
          it.seen.splice(2, 1)
          lines(it, 0).splice(2, 1)
          Object.assign(it.asked[0]!, how)
        }),
      ).toEqual({}),
  )

  test('sees a post that aired twice, and one that vanished', () => {
    expect(found((it) => it.seen.push({ id: 'x-11', network: 'x', text: 'zzp1', inReplyTo: null }))).toEqual({
      doubled: 1,
    })
    expect(found((it) => it.seen.splice(0, 1))).toEqual({ lost: 1 })
  })

  test('does not take one mark for the beginning of another', () =>
    expect(found((it) => it.seen.push({ id: 'x-12', network: 'x', text: 'zzr11 zzp12', inReplyTo: null }))).toEqual({}))
})
