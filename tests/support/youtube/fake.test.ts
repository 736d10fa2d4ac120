import { afterEach, beforeEach, expect, test } from 'vitest'
import { HOUR } from '../../../src/model/clock.ts'
import { ManualClock } from '../clock.ts'
import { FakeYouTube } from './fake.ts'

let clock: ManualClock
let youtube: FakeYouTube
let access = ''
beforeEach(async () => {
  clock = new ManualClock()
  youtube = await FakeYouTube.start({ clock })
  access = await token()
})
afterEach(() => youtube.stop())

async function token(): Promise<string> {
  const { clientId: client_id, clientSecret: client_secret, refreshToken: refresh_token } = youtube.oauth
  const form = new URLSearchParams({ grant_type: 'refresh_token', client_id, client_secret, refresh_token })
  const answer = await fetch(`${youtube.url}/token`, { method: 'POST', body: form })
  return ((await answer.json()) as { access_token: string }).access_token
}

interface Answered {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: what each test looks at of an answer is its own.
  body: any
}
async function ask(path: string, init: RequestInit = {}): Promise<Answered> {
  const headers = { authorization: `Bearer ${access}`, 'content-type': 'application/json' }
  const answer = await fetch(`${youtube.url}/youtube/v3/${path}`, { ...init, headers })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) }
}
const insert = (parentId: string, textOriginal: string) =>
  ask('comments?part=snippet', { method: 'POST', body: JSON.stringify({ snippet: { parentId, textOriginal } }) })
const reasonOf = ({ status, body }: Answered) => [status, body.error.errors[0].reason]

test('an access token holds for an hour', async () => {
  expect((await ask('channels?part=id&mine=true')).status).toBe(200)
  clock.advance(HOUR)
  expect(reasonOf(await ask('channels?part=id&mine=true'))).toEqual([401, 'authError'])
  access = await token()
  expect((await ask('channels?part=id&mine=true')).status).toBe(200)
})

test('the units of a day come back at midnight in California, and a refused call costs too', async () => {
  youtube.quota.perDay = 100
  expect(reasonOf(await insert('UgNobody', 'x'))).toEqual([404, 'parentCommentNotFound'])
  expect(reasonOf(await insert('UgNobody', 'x'))).toEqual([404, 'parentCommentNotFound'])
  expect(reasonOf(await ask('channels?part=id&mine=true'))).toEqual([403, 'quotaExceeded'])
  expect([...youtube.quota.spent.values()]).toEqual([101])
  clock.advance(24 * HOUR)
  access = await token()
  expect((await ask('channels?part=id&mine=true')).status).toBe(200)
})

test('a reply goes under a top-level comment and nowhere else', async () => {
  const top = youtube.comments('lezer', 'Vraag')
  const { body } = await insert(top.id, 'Antwoord')
  expect(body).toMatchObject({ id: expect.stringMatching(`^${top.id}\\.`), snippet: { textOriginal: 'Antwoord' } })
  expect(reasonOf(await insert(body.id, 'Nog een'))).toEqual([400, 'processingFailure'])
})

test('threads come newest first; a new reply brings none back up, and only some replies come along', async () => {
  const [old, young] = ['Oud', 'Nieuw'].map((text) => {
    clock.advance(1_000)
    return youtube.comments('lezer', text)
  })
  for (let n = 0; n < 3; n++) youtube.replies('vriend', old?.id ?? '', `Antwoord ${n}`)
  const path = `commentThreads?part=snippet,replies&order=time&allThreadsRelatedToChannelId=${youtube.world.us.channel}`
  const { body } = await ask(`${path}&maxResults=1`)
  expect(body.items.map((one: { id: string }) => one.id)).toEqual([young?.id])
  const second = await ask(`${path}&maxResults=1&pageToken=${body.nextPageToken}`)
  expect(second.body.items).toMatchObject([{ id: old?.id, snippet: { totalReplyCount: 3 } }])
  expect(second.body.items[0].replies.comments).toHaveLength(2)
  expect(reasonOf(await ask(`${path}&searchTerms=x&pageToken=${body.nextPageToken}`))).toEqual([
    400,
    'invalidPageToken',
  ])
})

test('a reply that is sent again after a lost answer, without a look, is counted as blind', async () => {
  const { id } = youtube.comments('lezer', 'Vraag')
  youtube.faults.add({ method: 'comments.insert', kind: 'drop', when: 'after', times: 1 })
  await expect(insert(id, 'Antwoord')).rejects.toThrow()
  await insert(id, 'Antwoord')
  expect(youtube.journal.blind).toHaveLength(1)
  expect([...youtube.journal.counts().values()]).toEqual([2])
})

test('what the published description does not know of is told at the end', async () => {
  await ask('comments?part=snippet&id=Ug1&colour=red')
  if (youtube.spec) await expect(youtube.stop()).rejects.toThrow('has no parameter colour')
  youtube.journal.violations.length = 0
})
