import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { ManualClock } from '../../clock.ts'
import { FakeFacebook } from '../fake.ts'
import type { News } from '../graph.ts'

const FOLDER = join(import.meta.dirname, '../../../fixtures/facebook')
type Value = Record<string, unknown>
type Body = { entry: { changes?: { field: string; value: Value }[]; messaging?: Value[] }[] }
const documented = (name: string): Body =>
  JSON.parse(readFileSync(join(FOLDER, 'documented', `${name}.json`), 'utf8')) as Body

let facebook: FakeFacebook
afterEach(() => facebook?.stop())

test.each(['comment', 'post', 'photo', 'share'])('each verb of a %s has its payload', (item) => {
  for (const verb of ['add', 'edited', 'remove', 'hide', 'unhide']) {
    const [change] = documented(`feed-${item}-${verb}`).entry[0]?.changes ?? []
    expect(change).toMatchObject({ field: 'feed', value: { item, verb, post_id: expect.any(String) } })
  }
})

test('what the fake delivers has the fields of the payloads that are kept here', async () => {
  facebook = await FakeFacebook.start({ clock: new ManualClock() })
  const told: News[] = []
  facebook.told = (news) => told.push(news)
  const post = facebook.byHand('Nieuw')
  const comment = facebook.public.comments(post.id, 'Lezer Een', 'Dag')
  facebook.public.edits(comment.id, 'Dag hoor')
  facebook.public.hides(comment.id)
  facebook.public.deletes(comment.id)
  facebook.public.visits('Lezer Een', 'Mooi')
  facebook.public.visits('Lezer Een', 'Kijk', { photo: true })
  facebook.public.mentions('Lezer Een', 'Geleend')
  const fields = (value: Value | undefined) => Object.keys(value ?? {}).sort()
  const kept = (name: string) => fields(documented(name).entry[0]?.changes?.[0]?.value)
  const names = [
    'feed-status-add-ours',
    'feed-comment-add',
    'feed-comment-edited',
    'feed-comment-hide',
    'feed-comment-remove',
  ]
  const all = [...names, 'feed-post-add', 'feed-photo-add', 'mention-post-add']
  expect(told.map(({ value }) => fields(value))).toEqual(all.map(kept))
})

test('private messages look as in the payloads that are kept here', async () => {
  facebook = await FakeFacebook.start({ clock: new ManualClock() })
  const told: News[] = []
  facebook.told = (news) => told.push(news)
  const message = facebook.public.writes('Lezer Een', 'Dag')
  facebook.public.writes('Lezer Een', '', [{ type: 'image', url: 'https://cdn.example/a.jpg', name: 'a.jpg' }])
  facebook.public.edits(message.id, 'Dag hoor')
  const kept = ['messages-text', 'messages-image', 'messages-edit'].map(
    (name) => documented(name).entry[0]?.messaging?.[0],
  )
  const inner = (value: Value | undefined) => Object.keys((value?.message ?? value?.message_edit ?? {}) as Value)
  expect(told.map(({ value }) => [Object.keys(value), inner(value)])).toEqual(
    kept.map((value) => [Object.keys(value ?? {}), inner(value)]),
  )
})

test('hostile payloads are JSON all the same; malformed ones are no payload at all', () => {
  const read = (folder: string, name: string) => readFileSync(join(FOLDER, folder, name))
  for (const name of readdirSync(join(FOLDER, 'hostile')))
    expect(() => JSON.parse(read('hostile', name).toString())).not.toThrow()
  for (const name of readdirSync(join(FOLDER, 'malformed'))) {
    let body: unknown = null
    try {
      body = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(read('malformed', name)))
    } catch {
      continue
    }
    expect(typeof body === 'object' && body !== null && !Array.isArray(body), name).toBe(false)
  }
})
