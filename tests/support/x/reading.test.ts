import { expect, test } from 'vitest'
import { refusal, withX } from './with-x.ts'

test('an unchanged client at https://api.x.com sees whose account it is', async () => {
  const { x, v2, proxy } = await withX()
  expect((await v2.me()).data).toEqual({ id: x.me.id, name: 'schatkamer', username: 'schatkamer' })
  expect(proxy.asked).toEqual(['api.x.com'])
})

test('a post shows its id, text and versions, and more only where it is asked for', async () => {
  const { x, v2 } = await withX()
  const { id } = x.writes('lezer', '@schatkamer hebben jullie dit boek?')
  expect((await v2.singleTweet(id)).data).toEqual({
    id,
    text: '@schatkamer hebben jullie dit boek?',
    edit_history_tweet_ids: [id],
  })
  const { data, includes } = await v2.singleTweet(id, {
    'tweet.fields': ['created_at', 'conversation_id'],
    expansions: ['author_id'],
    'user.fields': ['protected'],
  })
  expect(data).toMatchObject({ created_at: '2027-01-11T08:00:00.000Z', conversation_id: id })
  expect(includes?.users).toEqual([{ id: data.author_id, name: 'lezer', username: 'lezer', protected: false }])
})

test('mentions come newest first, by page, and since an id', async () => {
  const { x, v2, clock } = await withX()
  const ids: string[] = []
  for (let n = 1; n <= 12; n++) {
    clock.advance(1_000)
    ids.unshift(x.writes('lezer', `@schatkamer ${n}`).id)
  }
  x.writes('lezer', 'Zonder naam')
  const first = await v2.get(`users/${x.me.id}/mentions`, { max_results: 5 })
  expect(first.data.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 5))
  expect(first.meta).toMatchObject({ result_count: 5, newest_id: ids[0], oldest_id: ids[4] })
  const timeline = await v2.userMentionTimeline(x.me.id, { max_results: 5 })
  while (!timeline.done) await timeline.fetchNext()
  expect(timeline.tweets.map(({ id }) => id)).toEqual(ids)
  const since = await v2.get(`users/${x.me.id}/mentions`, { since_id: ids[2], until_id: ids[0] })
  expect(since.data.map(({ id }: { id: string }) => id)).toEqual([ids[1]])
  const none = await v2.get(`users/${x.me.id}/mentions`, { since_id: ids[0] })
  expect(none).toEqual({ meta: { result_count: 0 } })
  const start = await v2.get(`users/${x.me.id}/mentions`, { start_time: '2027-01-11T08:00:12Z' })
  expect(start.data).toHaveLength(1)
})

test('a token of another list is refused', async () => {
  const { x, v2, clock } = await withX()
  for (let n = 0; n < 6; n++) {
    clock.advance(1)
    x.writes('lezer', `@schatkamer ${n}`)
  }
  const { meta } = await v2.get(`users/${x.me.id}/mentions`, { max_results: 5 })
  const elsewhere = v2.get(`users/${x.me.id}/tweets`, { pagination_token: meta.next_token })
  expect((await refusal(elsewhere)).status).toBe(400)
})

test('mentions reach back 800 posts', async () => {
  const { x, v2 } = await withX()
  for (let n = 0; n < 810; n++) x.writes('lezer', `@schatkamer ${n}`)
  const timeline = await v2.userMentionTimeline(x.me.id, { max_results: 100 })
  while (!timeline.done) await timeline.fetchNext()
  expect(timeline.tweets).toHaveLength(800)
  expect(timeline.tweets.at(-1)?.text).toBe('@schatkamer 10')
})

test('an edit is a new post in the same line, and lists show the last', async () => {
  const { x, v2, clock } = await withX()
  const first = x.writes('lezer', '@schatkamer hebben julie dit boek?')
  clock.advance(60_000)
  const second = x.edits(first.id, '@schatkamer hebben jullie dit boek?')
  const timeline = await v2.userMentionTimeline(x.me.id, { since_id: first.id })
  expect(timeline.tweets).toMatchObject([{ id: second.id, edit_history_tweet_ids: [first.id, second.id] }])
  const { data } = await v2.singleTweet(first.id, { 'tweet.fields': ['edit_controls'] })
  expect(data).toMatchObject({
    text: '@schatkamer hebben julie dit boek?',
    edit_history_tweet_ids: [first.id, second.id],
    edit_controls: { edits_remaining: 4, is_edit_eligible: true, editable_until: '2027-01-11T08:30:00.000Z' },
  })
  const { includes } = await v2.singleTweet(second.id, { expansions: ['edit_history_tweet_ids'] })
  expect(includes?.tweets?.map(({ id }) => id)).toEqual([first.id])
})

test('a look-up tells what is there and what is not, with a 200', async () => {
  const { x, v2 } = await withX()
  const [here, gone, hidden, banned] = ['een', 'twee', 'drie', 'vier'].map((who) => x.writes(who, '@schatkamer'))
  x.deletes(gone!.id)
  x.protects('drie')
  x.suspends('vier')
  const { data, errors } = await v2.tweets([here!.id, gone!.id, hidden!.id, banned!.id, '99'])
  expect(data.map(({ id }) => id)).toEqual([here!.id])
  expect(errors?.map(({ resource_id: id, title }) => [id, title])).toEqual([
    [gone!.id, 'Not Found Error'],
    [hidden!.id, 'Authorization Error'],
    [banned!.id, 'Not Found Error'],
    ['99', 'Not Found Error'],
  ])
  const single = await v2.singleTweet(gone!.id)
  expect([single.data, single.errors?.[0]?.detail]).toEqual([undefined, `Could not find tweet with id: [${gone!.id}].`])
  const timeline = await v2.userMentionTimeline(x.me.id)
  expect(timeline.tweets.map(({ id }) => id)).toEqual([here!.id])
})

test('what a post refers to and is gone stands in errors beside it', async () => {
  const { x, v2 } = await withX()
  const parent = x.writes('een', 'Vraag')
  const child = x.replies('twee', parent.id, '@schatkamer weten jullie dit?')
  x.deletes(parent.id)
  const told = await v2.singleTweet(child.id, { expansions: ['referenced_tweets.id', 'in_reply_to_user_id'] })
  expect(told.data.referenced_tweets).toEqual([{ type: 'replied_to', id: parent.id }])
  expect(told.includes).toEqual({ users: [{ id: parent.author, name: 'een', username: 'een' }] })
  expect(told.errors).toMatchObject([{ resource_id: parent.id, parameter: 'referenced_tweets.id' }])
})

test('a quote brings what it quotes', async () => {
  const { x, v2 } = await withX()
  const { data } = await v2.tweet('Nieuw!')
  const quote = x.writes('lezer', 'Kijk', { quoted: data.id })
  const told = await v2.singleTweet(quote.id, {
    expansions: ['referenced_tweets.id', 'referenced_tweets.id.author_id'],
  })
  expect(told.data.referenced_tweets).toEqual([{ type: 'quoted', id: data.id }])
  expect(told.includes?.tweets?.map(({ text }) => text)).toEqual(['Nieuw!'])
  expect(told.includes?.users?.map(({ username }) => username)).toEqual(['schatkamer'])
})

test('a long post of a subscriber is cut, and whole in its note', async () => {
  const { x, v2 } = await withX()
  const long = `${'boek '.repeat(80)}@schatkamer!`
  const { id } = x.writes('lezer', long)
  const { data } = await v2.singleTweet(id, { 'tweet.fields': ['note_tweet', 'entities'] })
  expect(data.text.length).toBeLessThanOrEqual(280)
  expect(data.text.endsWith('…')).toBe(true)
  expect(data.note_tweet?.text).toBe(long)
  expect(data.entities?.mentions).toBeUndefined()
  expect(data.note_tweet?.entities?.mentions).toMatchObject([{ username: 'schatkamer', id: x.me.id }])
})

test('own posts are listed once they had their time to appear', async () => {
  const { x, v2, clock } = await withX()
  x.state.lag = 5_000
  const { data } = await v2.tweet('Nieuw!')
  expect((await v2.userTimeline(x.me.id)).tweets).toEqual([])
  expect((await v2.singleTweet(data.id)).data.text).toBe('Nieuw!')
  clock.advance(5_000)
  expect((await v2.userTimeline(x.me.id)).tweets.map(({ id }) => id)).toEqual([data.id])
})

test('a suspended account is not told of', async () => {
  const { x, v2 } = await withX()
  x.person('weg')
  x.suspends('weg')
  expect((await v2.userByUsername('weg')).errors?.[0]?.detail).toBe('User has been suspended: [weg].')
  expect((await v2.userByUsername('nooit')).errors?.[0]?.title).toBe('Not Found Error')
})
