import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { Change, Network } from '../../../src/networks/network.ts'
import { never, usePlayground, VERIFY } from './playground.ts'

const FOLDER = join(import.meta.dirname, '../../fixtures/facebook')
const load = (path: string) => readFileSync(join(FOLDER, path))
const all = (folder: string) => readdirSync(join(FOLDER, folder)).map((name) => `${folder}/${name}`)

const on = usePlayground()
let network: Network
beforeEach(() => {
  network = on.as({ verifyToken: VERIFY })
})
const read = (path: string) => network.hook!.read(load(path).toString('utf8'), never)

const POST = '104200000000017_122100000000102'
const COMMENT = '122100000000101_98000000000201'
/** What each documented payload says, where Graph itself knows nothing of it. */
const DOCUMENTED: Record<string, object[]> = {
  'feed-comment-add': [{ kind: 'created', id: COMMENT, threadKey: COMMENT, what: 'comment', revision: 0, sight: null }],
  'feed-comment-add-ours': [],
  'feed-comment-add-photo': [{ kind: 'created', attachments: [{ kind: 'image' }] }],
  'feed-comment-add-reply': [{ kind: 'created', threadKey: COMMENT, inReplyTo: COMMENT }],
  'feed-comment-add-video': [{ kind: 'created', attachments: [{ kind: 'video' }] }],
  'feed-comment-edited': [{ kind: 'edited', id: COMMENT, revision: 1 }],
  'feed-comment-hide': [{ kind: 'edited', id: COMMENT, sight: 'hidden', revision: null }],
  'feed-comment-remove': [{ kind: 'deleted', id: COMMENT }],
  'feed-comment-unhide': [{ kind: 'edited', id: COMMENT, sight: null, revision: null }],
  'feed-photo-add': [{ kind: 'created', id: POST, threadKey: POST, what: 'mention', attachments: [{ kind: 'image' }] }],
  'feed-photo-add-ours': [],
  'feed-photo-edited': [{ kind: 'edited', id: POST, revision: 1 }],
  'feed-photo-hide': [{ kind: 'edited', id: POST, sight: 'hidden' }],
  'feed-photo-remove': [{ kind: 'deleted', id: POST }],
  'feed-photo-unhide': [{ kind: 'edited', id: POST, sight: null }],
  'feed-post-add': [{ kind: 'created', id: POST, threadKey: POST, what: 'mention', answers: null }],
  'feed-post-edited': [{ kind: 'edited', id: POST }],
  'feed-post-hide': [{ kind: 'edited', id: POST, sight: 'hidden' }],
  'feed-post-remove': [{ kind: 'deleted', id: POST }],
  'feed-post-unhide': [{ kind: 'edited', id: POST, sight: null }],
  'feed-reaction-add': [],
  'feed-share-add': [{ kind: 'created', what: 'mention', attachments: [{ kind: 'file' }] }],
  'feed-share-edited': [{ kind: 'edited' }],
  'feed-share-hide': [{ kind: 'edited', sight: 'hidden' }],
  'feed-share-remove': [{ kind: 'deleted' }],
  'feed-share-unhide': [{ kind: 'edited', sight: null }],
  'feed-status-add-ours': [],
  'mention-comment-add': [
    {
      kind: 'created',
      id: '122100000000601_98000000000602',
      what: 'mention',
      threadKey: '122100000000601_98000000000602',
    },
  ],
  'mention-post-add': [{ kind: 'created', what: 'mention' }],
  'messages-delivery': [],
  'messages-echo': [],
  'messages-edit': [{ kind: 'edited', what: 'direct', revision: expect.any(Number) }],
  'messages-fallback': [{ kind: 'created', attachments: [{ kind: 'file', alt: 'Een boek' }] }],
  'messages-image': [{ kind: 'created', attachments: [{ kind: 'image' }] }],
  'messages-postback': [],
  'messages-read': [],
  'messages-reply': [{ kind: 'created', text: 'Die bedoel ik' }],
  'messages-several-attachments': [{ kind: 'created' }],
  'messages-sticker': [{ kind: 'created', attachments: [{ kind: 'image' }] }],
  'messages-text': [{ kind: 'created', threadKey: 'direct:bibliotheek:24000000000000301', what: 'direct' }],
}

test.each(Object.entries(DOCUMENTED))('%s says what it says', async (name, expected) => {
  const changes = await read(`documented/${name}.json`)
  expect(changes).toHaveLength(expected.length)
  expect(changes).toMatchObject(expected)
})

test('no documented payload is left untried', () => {
  const tried = [...Object.keys(DOCUMENTED), 'several-entries'].map((name) => `documented/${name}.json`)
  expect(all('documented').toSorted()).toEqual(tried.toSorted())
})

test('several entries in one body each arrive', async () => {
  expect((await read('documented/several-entries.json')).length).toBeGreaterThan(1)
})

/** Whatever came, what goes on is well formed. */
function sound(changes: Change[]): void {
  for (const change of changes) {
    expect(change.id.length).toBeGreaterThan(0)
    expect(change.at).toBeGreaterThanOrEqual(0)
    expect(change.at).toBeLessThanOrEqual(on.clock.now())
    if (change.kind === 'deleted') continue
    expect(typeof change.text).toBe('string')
    expect(change.inReplyTo).not.toBe(change.id)
    for (const { url } of change.attachments) expect(url).toMatch(/^https?:/)
  }
}

test.each(all('hostile'))('%s does no harm', async (path) => {
  const changes = await read(path)
  sound(changes)
  if (/other-|no-entries|not-a|no-list|nulls/.test(path)) expect(changes).toEqual([])
  expect(on.lines.every((line) => !line.includes('alles weg'))).toBe(true)
})

test.each(all('malformed'))('%s says nothing', async (path) => {
  expect(await read(path)).toEqual([])
})
