import { expect, test } from 'vitest'
import { withX } from './with-x.ts'

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
