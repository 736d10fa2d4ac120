import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { heldIn } from '../../../src/networks/youtube/gone.ts'
import { messageOf } from '../../../src/networks/youtube/message.ts'
import { COMMENT, readable, THREADS } from '../../../src/networks/youtube/shapes.ts'
import { validatorOf } from '../../support/openapi/validator.ts'
import { describeWithShared } from '../../support/shared.ts'

const FOLDER = resolve(import.meta.dirname, '../../fixtures/youtube')
const payload = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'))

/** Every comment of a page, as the station takes it in. */
const messages = (name: string) =>
  THREADS.parse(payload(name)).items.flatMap(({ snippet, replies }) =>
    [snippet.topLevelComment, ...readable(COMMENT, replies?.comments ?? [])].map((one) =>
      messageOf(one, 'schatkamer', snippet.videoId),
    ),
  )

test('published: a thread with a reply under it, of one branch', () => {
  expect(messages('published')).toMatchObject([
    {
      kind: 'created',
      id: 'UgPublished',
      threadKey: 'UgPublished',
      inReplyTo: 'dQwVideo001',
      revision: 0,
      sight: null,
    },
    {
      kind: 'created',
      id: 'UgPublished.reply1',
      threadKey: 'UgPublished',
      root: 'dQwVideo001',
      inReplyTo: 'UgPublished',
    },
  ])
})

test('held and rejected stand as such', () => {
  expect(messages('held')).toMatchObject([{ id: 'UgHeld', sight: 'held' }])
  expect(heldIn(THREADS.parse(payload('held')) as never)).toHaveLength(1)
  expect(messages('rejected')).toMatchObject([{ id: 'UgRejected', sight: 'rejected' }])
})

test('edited: a revision in seconds since it was written', () => {
  expect(messages('edited')).toMatchObject([{ kind: 'edited', revision: 150, text: 'Is er plek op zondag?' }])
})

test('what was written about the channel has no video and no link', () => {
  expect(messages('about-the-channel')).toMatchObject([{ root: null, inReplyTo: null, answers: null, url: null }])
})

test('a writer without a channel is somebody still', () => {
  expect(messages('without-author')).toMatchObject([{ author: { id: 'name:', handle: '', name: '' } }])
})

test('hostile text comes in as it was typed, and whole', () => {
  const [hostile, huge] = messages('hostile')
  expect(hostile?.text).toContain('<script>alert(1)</script> <!channel> &amp;lt; \u202e\u200b')
  expect(huge?.text).toHaveLength(10_000)
})

test('what cannot be read is left out, and the rest of its page comes in', () => {
  expect(messages('malformed').map((one) => one.id)).toEqual(['UgOdd', 'UgOdd.reply1', 'UgGood'])
})

describeWithShared('specs/youtube-v3.openapi3.json', 'the published description', () => {
  const wellFormed = readdirSync(FOLDER)
    .map((file) => file.replace('.json', ''))
    .filter((name) => name !== 'malformed')
  test.each(wellFormed)('has the shape of %s', (name) => {
    const answer = { status: 200, contentType: 'application/json', body: payload(name) }
    const at = { method: 'GET', path: '/youtube/v3/commentThreads' }
    expect(validatorOf('youtube-v3.openapi3.json')?.ofAnswer(at, answer)).toEqual([])
  })
})
