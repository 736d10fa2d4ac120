import { expect, test } from 'vitest'
import { refusal, withX } from './with-x.ts'

test('a reply comes under its message, and X puts the name of whom it is for before it', async () => {
  const { x, v2 } = await withX()
  const asked = x.writes('lezer', '@schatkamer hebben jullie dit boek?')
  const { data } = await v2.reply('Ja hoor!', asked.id)
  const told = await v2.singleTweet(data.id, {
    'tweet.fields': ['conversation_id', 'referenced_tweets', 'in_reply_to_user_id', 'display_text_range' as never],
  })
  expect(told.data).toMatchObject({
    text: '@lezer Ja hoor!',
    conversation_id: asked.id,
    in_reply_to_user_id: asked.author,
    referenced_tweets: [{ type: 'replied_to', id: asked.id }],
    display_text_range: [7, 15],
  })
  expect(x.published().map(({ id }) => id)).toEqual([data.id])
})

test('links come back as t.co, with where they go in entities, and signs of HTML are escaped', async () => {
  const { v2 } = await withX()
  const { data } = await v2.tweet('Boek & film <3: https://voorbeeld.nl/a?b=1 of bibliotheek.nl')
  const told = await v2.singleTweet(data.id, { 'tweet.fields': ['entities'] })
  expect(told.data.text).toMatch(/^Boek &amp; film &lt;3: https:\/\/t\.co\/\w{10} of https:\/\/t\.co\/\w{10}$/)
  expect(told.data.text).toBe(data.text)
  expect(told.data.entities?.urls.map(({ expanded_url: url }) => url)).toEqual([
    'https://voorbeeld.nl/a?b=1',
    'http://bibliotheek.nl',
  ])
})

test('a self-serve app replies only to who mentioned it or quoted it, and to itself', async () => {
  const { x, v2 } = await withX()
  const ours = await v2.tweet('Nieuw: de boekenweek')
  const stranger = x.writes('vreemde', 'Wat een mooi boek')
  expect(await refusal(v2.reply('Welk boek?', stranger.id))).toEqual({
    status: 403,
    type: 'about:blank',
    detail:
      'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
  })
  const quoting = x.writes('citeerder', 'Kijk eens', { quoted: ours.data.id })
  await v2.reply('Dank!', quoting.id)
  await v2.reply('En morgen meer', ours.data.id)
  expect((await refusal(v2.quote('Zie', stranger.id))).detail).toContain('Quoting this post is not allowed')
  x.rules.selfServe = false
  await v2.reply('Welk boek?', stranger.id)
  expect(x.published()).toHaveLength(4)
})

test('a reply to a reply under our own post goes through, unless its author took our name out', async () => {
  const { x, v2 } = await withX()
  const ours = await v2.tweet('Nieuw: de boekenweek')
  const named = x.replies('lezer', ours.data.id, 'Leuk!')
  expect(named.text).toBe('@schatkamer Leuk!')
  await v2.reply('Fijn', named.id)
  const bare = x.replies('ander', ours.data.id, 'Mooi!', { plain: true })
  expect((await refusal(v2.reply('Fijn', bare.id))).status).toBe(403)
})

test('the same text to the same post is refused for as long as it stands, elsewhere it is not', async () => {
  const { x, clock, v2 } = await withX()
  const [one, other] = [x.writes('lezer', '@schatkamer ?'), x.writes('ander', '@schatkamer ?')]
  const first = await v2.reply('Ja', one.id)
  const duplicate = { detail: 'You are not allowed to create a Tweet with duplicate content.', status: 403 }
  expect(await refusal(v2.reply('Ja', one.id))).toMatchObject(duplicate)
  await v2.reply('Ja', other.id)
  await v2.deleteTweet(first.data.id)
  await v2.reply('Ja', one.id)
  expect(await refusal(v2.reply('Ja', one.id))).toMatchObject(duplicate)
  clock.advance(x.rules.duplicateWindow)
  await v2.reply('Ja', one.id)
  expect(x.journal.taken('Ja', one.id)).toBe(3)
  expect(x.journal.doubled()).toEqual([{ text: 'Ja', target: one.id, taken: 3 }])
})

test('280 counts as X counts: a link 23, an emoji 2', async () => {
  const { v2 } = await withX()
  const link = `https://voorbeeld.nl/${'a'.repeat(200)}`
  await v2.tweet(`${'b'.repeat(256)} ${link}`)
  expect((await refusal(v2.tweet(`${'b'.repeat(257)} ${link}`))).detail).toContain('text is too long')
  await v2.tweet('📚'.repeat(140))
  expect((await refusal(v2.tweet(`${'📚'.repeat(140)}.`))).detail).toContain('text is too long')
  expect((await refusal(v2.tweet('  '))).status).toBe(400)
})

test('nobody replies to what is gone, hidden or closed', async () => {
  const { x, v2 } = await withX()
  const gone = x.writes('lezer', '@schatkamer ?')
  x.deletes(gone.id)
  expect((await refusal(v2.reply('Ja', gone.id))).detail).toContain('deleted or not visible to you')
  const hidden = x.writes('slot', '@schatkamer ?')
  x.protects('slot')
  expect((await refusal(v2.reply('Ja', hidden.id))).detail).toContain('deleted or not visible to you')
  x.rules.selfServe = false
  const closed = x.writes('dicht', 'Alleen voor vrienden', { repliesClosed: true })
  expect((await refusal(v2.reply('Ja', closed.id))).detail).toContain('restricted who can reply')
})

test('only our own posts are deleted, all versions of them, and twice does no harm', async () => {
  const { x, v2 } = await withX()
  const { data } = await v2.tweet('Weg ermee')
  const second = x.edits(data.id, 'Weg ermee!')
  await v2.deleteTweet(second.id)
  await v2.deleteTweet(second.id)
  const look = await v2.tweets([data.id, second.id])
  expect(look.errors?.map(({ resource_id: id }) => id)).toEqual([data.id, second.id])
  const other = x.writes('lezer', 'Van mij')
  expect((await refusal(v2.deleteTweet(other.id))).status).toBe(403)
})

test('a like counts once and only as ourselves', async () => {
  const { x, v2 } = await withX()
  const { id, author } = x.writes('lezer', 'Mooi')
  expect((await v2.like(x.me.id, id)).data).toEqual({ liked: true })
  expect((await refusal(v2.like(x.me.id, id))).status).toBe(403)
  expect((await refusal(v2.like(author, id))).status).toBe(400)
  const { data } = await v2.singleTweet(id, { 'tweet.fields': ['public_metrics'] })
  expect(data.public_metrics?.like_count).toBe(1)
})

test('what is written and read is paid for', async () => {
  const { x, v2 } = await withX()
  const asked = x.writes('lezer', '@schatkamer ?')
  await v2.reply('Ja', asked.id)
  await v2.tweet('Zonder adres')
  await v2.tweet('Met adres: bibliotheek.nl')
  await v2.userMentionTimeline(x.me.id)
  await v2.userMentionTimeline(x.me.id)
  expect(x.costs.by).toEqual({ reply: 10_000, post: 15_000, link: 200_000, 'read mention': 1_000 })
  expect(x.costs.total).toBe(226_000)
})
