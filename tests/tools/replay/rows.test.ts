import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseSpeed, pausesOf } from '../../../src/tools/replay/pace.ts'
import { readRows } from '../../../src/tools/replay/rows.ts'
import { replayWording } from '../../../src/wording/replay.ts'

const say = replayWording('en')
const row = (id: string, more: object = {}) =>
  JSON.stringify({
    id,
    conversation: '1',
    in_reply_to: null,
    at: '2020-04-01T12:00:00.000Z',
    direction: 'in',
    author: 'anna',
    text: id,
    ...more,
  })

test('rows fall into conversations, and a repeated id counts once', () => {
  const recording = readRows(
    [
      row('1'),
      row('2', { conversation: '2' }),
      row('3', { in_reply_to: '1', direction: 'out', at: null }),
      row('1'),
      '',
    ].join('\n'),
    say,
  )
  expect(recording.conversations.map((rows) => rows.map(({ id }) => id))).toEqual([['1', '3'], ['2']])
  expect(recording).toMatchObject({ rows: 3, repeated: 1, faults: [] })
})

test('every unreadable row is told with its line number, and the others are kept', () => {
  const recording = readRows(
    [
      row('1'),
      '{',
      row('2', { direction: 'sideways' }),
      row('3', { in_reply_to: '9' }),
      row('4', { direction: 'out' }),
      row('1', { text: 'other' }),
    ].join('\n'),
    say,
  )
  expect(recording.rows).toBe(1)
  expect(recording.faults).toEqual([
    'Line 2: not valid JSON',
    expect.stringMatching(/^Line 3: “direction” is not right: /),
    'Line 4: answers 9, which does not stand before it',
    'Line 5: begins with the organisation, but a conversation begins with the public',
    'Line 6: id 1 came before with different contents',
  ])
})

test('gaps within a conversation are kept, divided by the speed; a null moment follows at once', () => {
  const { conversations } = readRows(
    [
      row('1'),
      row('2', { in_reply_to: '1', at: null }),
      row('3', { in_reply_to: '2', at: '2020-04-01T12:10:00.000Z' }),
    ].join('\n'),
    say,
  )
  expect(pausesOf(conversations[0] ?? [], 60)).toEqual([0, 0, 10_000])
  expect(pausesOf(conversations[0] ?? [], 'max')).toEqual([0, 0, 0])
})

test('a speed is max or a number above zero', () => {
  expect(['max', '60', '0.5', '0', '-1', 'fast', ''].map(parseSpeed)).toEqual(['max', 60, 0.5, null, null, null, null])
})

const CORPUS = process.env.CORPUS ?? '../shared/corpus/conversations.ndjson'
test.runIf(existsSync(CORPUS) || process.env.CI)('the whole corpus is readable', () => {
  const { rows, repeated, conversations, faults } = readRows(readFileSync(CORPUS, 'utf8'), say)
  expect({ rows, repeated, conversations: conversations.length, faults }).toEqual({
    rows: 1_205,
    repeated: 6,
    conversations: 523,
    faults: [],
  })
})
