import { expect, test } from 'vitest'
import { refusal, withX } from './with-x.ts'

async function found(query: string, ...texts: string[]): Promise<string[]> {
  const { x, v2, clock } = await withX()
  const first = x.writes('een', texts[0] ?? '')
  for (const text of texts.slice(1)) x.writes('twee', text)
  x.replies('drie', first.id, 'Antwoord hierop')
  x.reposts('vier', first.id)
  clock.advance(60_000)
  const { tweets } = await v2.search(query)
  return tweets.map(({ text }) => text).reverse()
}

test.each([
  ['#boekenweek -is:retweet', ['Leuk #Boekenweek']],
  ['boek -is:retweet', ['Een boek over film']],
  ['"over film"', ['Een boek over film']],
  ['(boek OR #boekenweek) film -is:retweet', ['Een boek over film']],
  ['from:een -is:reply', ['Leuk #Boekenweek']],
  ['to:een', ['@een Antwoord hierop']],
  ['cafe', ['Lezen in café De Jaren']],
  ['antwoord is:reply', ['@een Antwoord hierop']],
])('%s finds %j', async (query, texts) => {
  expect(await found(query, 'Leuk #Boekenweek', 'Een boek over film', 'Lezen in café De Jaren')).toEqual(texts)
})

test.each(['-is:retweet', 'lang:nl', 'boek OR', '(boek', 'shoe_size:44', 'x'.repeat(513)])(
  'X makes nothing of %s',
  async (query) => {
    const { x, v2 } = await withX()
    x.writes('een', 'Een boek')
    expect(await refusal(v2.search(query))).toMatchObject({
      status: 400,
      type: 'https://api.twitter.com/2/problems/invalid-request',
    })
  },
)

test('search reaches back a week, and refuses to be asked about before', async () => {
  const { x, v2, clock } = await withX()
  const old = x.writes('een', 'Een boek')
  clock.advance(7 * 86_400_000 + 1)
  x.writes('een', 'Nog een boek')
  expect((await v2.search('boek')).tweets).toHaveLength(1)
  expect((await refusal(v2.search('boek', { since_id: old.id }))).status).toBe(400)
  expect((await refusal(v2.search('boek', { start_time: '2027-01-11T08:00:00Z' }))).status).toBe(400)
  expect((await refusal(v2.search('boek', { end_time: '2027-01-18T08:00:00Z' }))).status).toBe(400)
})

test('a conversation can be followed by its root', async () => {
  const { x, v2 } = await withX()
  const { data } = await v2.tweet('Vraag het ons')
  const reply = x.replies('een', data.id, 'Waar is de ingang?', { plain: true })
  x.replies('twee', reply.id, 'Om de hoek', { plain: true })
  const { tweets } = await v2.search(`conversation_id:${data.id}`)
  expect(tweets.map(({ text }) => text)).toEqual(['Om de hoek', 'Waar is de ingang?', 'Vraag het ons'])
})
