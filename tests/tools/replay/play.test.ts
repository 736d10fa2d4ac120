import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../../src/system-clock.ts'
import { judge } from '../../../src/tools/replay/judge.ts'
import type { Outside, Post, Thread } from '../../../src/tools/replay/outside.ts'
import { play } from '../../../src/tools/replay/play.ts'
import type { Row } from '../../../src/tools/replay/rows.ts'
import { inTurn } from '../../../src/tools/replay/turn.ts'
import { watch } from '../../../src/tools/replay/watch.ts'

/** A station of a few lines: each branch is a thread, each answer is public at once unless it is too long. */
function toyStation() {
  const threads: Thread[] = []
  const posts: Post[] = []
  const wrote: [string, string | null][] = []
  const home = new Map<string, Thread>()
  const station: Outside = {
    threads: async () => structuredClone(threads),
    posts: async () => structuredClone(posts),
    async write(_author, text, inReplyTo) {
      const id = `x${wrote.push([text, inReplyTo])}`
      const known = inReplyTo === null ? undefined : home.get(inReplyTo)
      const thread = known ?? { id: `t${threads.length + 1}`, channel: 'boek-kwijt', messages: [] }
      if (!known) threads.push(thread)
      home.set(id, thread)
      thread.messages.push({
        kind: 'message',
        text,
        external: id,
        number: `${thread.id.slice(1)}.${thread.messages.length + 1}`,
      })
      return id
    },
    async type(_as, channel, typed) {
      const [, number, text = ''] = /^\/reply (\S+) ([\s\S]*)$/.exec(typed) ?? []
      const answered = threads.flatMap((one) => one.messages).find((said) => said.number === number)?.external ?? ''
      expect(channel).toBe('boek-kwijt')
      if (text.length > 280) return [{ kind: 'private', text: 'te lang', code: 'too-long' }]
      const id = `p${posts.length}`
      posts.push({ id, text: `${text} ^MD`, inReplyTo: answered, at: 0 })
      home.set(id, home.get(answered)!)
      return [{ kind: 'private', text: 'Gaat zo uit' }]
    },
    liftQuotas: async () => {},
  }
  return { station, wrote, posts }
}

const row = (id: string, parent: string | null, direction: 'in' | 'out', text = `text ${id}`): Row => ({
  line: Number(id),
  id,
  conversation: '1',
  parent,
  at: null,
  direction,
  author: 'anna',
  text,
})

async function perform(rows: Row[]) {
  const toy = toyStation()
  const clock = systemClock()
  const watching = watch(toy.station, clock)
  onTestFinished(() => watching.stop())
  let ticks = 0
  const stage = {
    outside: toy.station,
    watch: watching,
    clock,
    speed: 'max' as const,
    as: 'curator-deventer',
    turn: inTurn(),
    tick: () => (ticks += 1),
  }
  const played = await play(rows, stage)
  return { ...toy, ticks, verdict: judge([played], await watching.look()) }
}

test('a conversation is played in order, each row under what it answers', async () => {
  const { wrote, posts, ticks, verdict } = await perform([
    row('1', null, 'in'),
    row('2', '1', 'out'),
    row('3', '2', 'in'),
  ])
  expect(wrote).toEqual([
    ['text 1', null],
    ['text 3', 'p0'],
  ])
  expect(posts).toMatchObject([{ text: 'text 2 ^MD', inReplyTo: 'x1' }])
  expect([ticks, verdict.right]).toEqual([3, true])
})

test('what answers a refused answer hangs under the nearest message that is public', async () => {
  const { wrote, posts, verdict } = await perform([
    row('1', null, 'in'),
    row('2', '1', 'out', 'a'.repeat(281)),
    row('3', '2', 'in'),
  ])
  expect(wrote).toEqual([
    ['text 1', null],
    ['text 3', 'x1'],
  ])
  expect(posts).toEqual([])
  expect(verdict).toMatchObject({ right: true, out: { refused: 1 }, reasons: { 'too-long': 1 } })
})
