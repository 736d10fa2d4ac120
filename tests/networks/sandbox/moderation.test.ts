import { expect, test } from 'vitest'
import { playground } from './playground.ts'

type Listed = { text: string; sight: string | null }[]
const sights = async (town: ReturnType<typeof playground>) =>
  (await town.json<Listed>('GET', '/sandbox/messages')).body.map((it) => it.sight)

test('Facebook hides a comment and shows it again, as often as it is asked', async () => {
  const town = playground()
  const id = await town.write('facebook', 'anna', 'Koop nu!')
  expect(await town.facebook.moderate!(id, 'hide')).toMatchObject({ status: 'published', id })
  expect(await town.facebook.moderate!(id, 'hide')).toMatchObject({ status: 'published', id })
  expect(await sights(town)).toEqual(['hidden'])
  const page = await town.request('GET', '/audience?network=facebook')
  expect(await page.text()).toContain('Het station verborg dit')
  town.reopen()
  expect(await sights(town)).toEqual(['hidden'])
  expect(await town.facebook.moderate!(id, 'show')).toMatchObject({ status: 'published', id })
  expect(await sights(town)).toEqual([null])
})

test('YouTube rejects a comment and approves it; what its author edits says how it stands', async () => {
  const town = playground()
  const id = await town.write('youtube', 'anna', 'Eerste!')
  await town.youtube.moderate!(id, 'reject')
  await town.request('PATCH', `/sandbox/messages/${id}`, { text: 'Eerste, echt!' })
  expect((await town.changes('youtube')).at(-1)).toMatchObject({ kind: 'edited', sight: 'rejected' })
  await town.youtube.moderate!(id, 'approve')
  expect(await sights(town)).toEqual([null])
})

test('a network refuses what it does not have, on a private message, and on what is gone', async () => {
  const town = playground()
  expect(town.x.moderate).toBeUndefined()
  const refused = { status: 'rejected', reason: 'no-moderation' }
  expect(await town.facebook.moderate!(await town.write('facebook', 'anna', 'Hallo'), 'reject')).toEqual(refused)
  const letter = await town.write('facebook', 'anna', 'Onder ons', { kind: 'direct' })
  expect(await town.facebook.moderate!(letter, 'hide')).toEqual(refused)
  expect(await town.facebook.moderate!('facebook-0-1', 'hide')).toEqual({ status: 'rejected', reason: 'gone' })
})

test('YouTube holds a comment for review until we approve it; Facebook holds none', async () => {
  const town = playground()
  const id = await town.write('youtube', 'anna', 'Eerste!', { held: true })
  expect((await town.changes('youtube'))[0]).toMatchObject({ kind: 'created', sight: 'held' })
  expect(await town.youtube.moderate!(id, 'approve')).toMatchObject({ status: 'published' })
  expect(await sights(town)).toEqual([null])
  const message = { network: 'facebook', author: 'anna', text: 'Hallo', held: true }
  expect((await town.json('POST', '/sandbox/messages', message)).body.error).toBe('no-moderation')
})
