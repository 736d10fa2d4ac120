import { EUploadMimeType } from 'twitter-api-v2'
import { expect, test } from 'vitest'
import { refusal, withX } from './with-x.ts'

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(3_000, 0xfe)])
const GIF = Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(100)])
const png = { media_type: EUploadMimeType.Png }

test('a picture goes up in pieces, gets its words and goes out with a post', async () => {
  const { x, v2 } = await withX()
  const id = await v2.uploadMedia(PNG, png, 1_024)
  const { data } = await v2.createMediaMetadata(id, { alt_text: { text: 'Een leeszaal' } })
  expect(data).toMatchObject({ id, associated_metadata: { alt_text: { text: 'Een leeszaal' } } })
  const post = await v2.tweet('Kijk', { media: { media_ids: [id] } })
  const told = await v2.singleTweet(post.data.id, {
    'tweet.fields': ['attachments', 'entities'],
    expansions: ['attachments.media_keys'],
    'media.fields': ['alt_text', 'url'],
  })
  expect(told.data.text).toMatch(/^Kijk https:\/\/t\.co\/\w{10}$/)
  expect(told.data.attachments?.media_keys).toEqual([`3_${id}`])
  expect(told.includes?.media).toMatchObject([{ type: 'photo', media_key: `3_${id}`, alt_text: 'Een leeszaal' }])
  expect(Buffer.concat([...x.state.media.byId(id)!.segments.values()]).equals(PNG)).toBe(true)
})

test('a gif is worked on until it is asked for, which the client does by itself', async () => {
  const { x, v2 } = await withX()
  const id = await v2.uploadMedia(GIF, { media_type: EUploadMimeType.Gif })
  const asked = x.journal.requests.map(({ endpoint }) => endpoint)
  expect(asked.at(-1)).toBe('GET /2/media/upload')
  await v2.tweet('Beweegt', { media: { media_ids: [id] } })
})

test('what is too big, not what it says or not complete is refused', async () => {
  const { v2 } = await withX()
  const start = (more: object) =>
    v2.post<{ data: { id: string } }>('media/upload/initialize', {
      media_type: 'image/png',
      media_category: 'tweet_image',
      ...more,
    })
  expect((await refusal(start({ total_bytes: 5_242_881 }))).status).toBe(400)
  expect((await refusal(v2.uploadMedia(Buffer.from('geen plaatje'), png))).status).toBe(400)
  const { data } = await start({ total_bytes: 10 })
  expect((await refusal(v2.post(`media/upload/${data.id}/finalize`))).status).toBe(400)
  expect((await refusal(v2.tweet('Kijk', { media: { media_ids: [data.id] } }))).status).toBe(400)
})

test('media of nobody, of yesterday, of another kind are refused', async () => {
  const { clock, v2 } = await withX()
  const id = await v2.uploadMedia(PNG, png)
  const gif = await v2.uploadMedia(GIF, { media_type: EUploadMimeType.Gif })
  const post = (...ids: string[]) => v2.tweet('Kijk', { media: { media_ids: ids as [string] } })
  expect((await refusal(post('12345'))).status).toBe(400)
  expect((await refusal(post(id, gif))).status).toBe(400)
  clock.advance(86_400_001)
  expect((await refusal(post(id))).status).toBe(400)
})
