import { expect, test } from 'vitest'
import { judge } from '../../../src/tools/replay/judge.ts'
import type { Post, Thread } from '../../../src/tools/replay/outside.ts'
import type { Played } from '../../../src/tools/replay/play.ts'
import { look } from '../../../src/tools/replay/view.ts'

const played = (id: string, parent: string | null, direction: 'in' | 'out', more: Partial<Played> = {}): Played => ({
  row: { line: Number(id), id, conversation: '1', parent, at: null, direction, author: 'anna', text: `text ${id}` },
  external: `x${id}`,
  refused: null,
  failed: null,
  ...more,
})
const thread = (id: string, ...externals: string[]): Thread => ({
  id,
  channel: 'ochtendblad',
  messages: externals.map((external) => ({ kind: 'message', text: '', external })),
})
const post = (id: string, text: string, inReplyTo: string | null): Post => ({ id, text, inReplyTo, at: 0 })

/** One conversation: a question, its answer, the thanks; and a second question beside it. */
const ROWS = [[played('1', null, 'in'), played('2', '1', 'out'), played('3', '2', 'in')], [played('4', null, 'in')]]
const THREADS = [thread('a', 'x1', 'x3'), thread('b', 'x4')]
const POSTS = [post('x2', 'text 2 ^MD', 'x1')]
const verdictOf = (rows: Played[][], threads: Thread[], posts: Post[]) => {
  const { right, wrong } = judge(rows, look(threads, posts))
  return { right, wrong: wrong.map(({ id, verdict }) => `${id} ${verdict}`) }
}

test('what is right is found right', () => {
  expect(judge(ROWS, look(THREADS, POSTS))).toMatchObject({
    right: true,
    wrong: [],
    in: { right: 3 },
    out: { public: 1 },
  })
})

test.each([
  ['a message that is in no thread', [thread('a', 'x1'), thread('b', 'x4')], POSTS, ['3 lost']],
  [
    'a message that stands twice in its thread',
    [thread('a', 'x1', 'x3', 'x3'), thread('b', 'x4')],
    POSTS,
    ['3 doubled'],
  ],
  ['a message that stands in two threads', [...THREADS, thread('c', 'x4')], POSTS, ['4 doubled']],
  [
    'a message in a thread of its own',
    [thread('a', 'x1'), thread('c', 'x3'), thread('b', 'x4')],
    POSTS,
    ['3 elsewhere'],
  ],
  ['two conversations in one thread', [thread('a', 'x1', 'x3', 'x4')], POSTS, ['4 elsewhere']],
  ['messages in the wrong order', [thread('a', 'x3', 'x1'), thread('b', 'x4')], POSTS, ['3 disordered']],
  ['an answer that is not public', THREADS, [], ['2 missing']],
  ['an answer that is public twice', THREADS, [...POSTS, post('x9', 'text 2', 'x1')], ['2 doubled']],
  ['an answer under the wrong message', THREADS, [post('x2', 'text 2', 'x3')], ['2 misplaced']],
  ['an answer under nothing', THREADS, [post('x2', 'text 2', null)], ['2 misplaced']],
])('%s is seen', (_what, threads, posts, wrong) => {
  expect(verdictOf(ROWS, threads, posts)).toEqual({ right: false, wrong })
})

test('an answer that was refused with a reason is right, unless it is public all the same', () => {
  const rows = [[played('1', null, 'in'), played('2', '1', 'out', { external: null, refused: 'too-long' })]]
  expect(judge(rows, look([thread('a', 'x1')], []))).toMatchObject({
    right: true,
    out: { refused: 1 },
    reasons: { 'too-long': 1 },
  })
  expect(verdictOf(rows, [thread('a', 'x1')], POSTS)).toEqual({ right: false, wrong: ['2 doubled'] })
})

test('what could not be played is told with the reason', () => {
  const rows = [[played('1', null, 'in', { external: null, failed: 'the line was cut' })]]
  expect(judge(rows, look([], [])).wrong).toEqual([
    { line: 1, id: '1', verdict: 'notPlayed', detail: 'the line was cut' },
  ])
})

test("what the station posts besides, and the same words in another conversation, are nobody's fault", () => {
  const twin = { ...played('5', '4', 'out'), external: 'x5' }
  const rows = [ROWS[0]!, [ROWS[1]![0]!, { ...twin, row: { ...twin.row, text: 'text 2' } }]]
  const posts = [...POSTS, post('x5', 'text 2', 'x4'), post('x6', 'Goedemorgen!', null)]
  expect(verdictOf(rows, THREADS, posts)).toEqual({ right: true, wrong: [] })
})

test('a draft that was stopped after its hold tells why', () => {
  const stopped: Thread = {
    id: 'a',
    channel: 'ochtendblad',
    messages: [{ kind: 'reply', text: '✗ Niet verstuurd (X): dubbel', about: { draft: 7 } }],
  }
  expect(look([stopped], []).stopped).toEqual(new Map([[7, 'Niet verstuurd (X): dubbel']]))
})
