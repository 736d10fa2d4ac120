import { expect, test } from 'vitest'
import { saidIn, withFacebook } from './library.ts'

const started = withFacebook()
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

test('a photo goes up as bytes, with the words for those who do not see it', async () => {
  const { facebook, fb } = await started()
  const source = { value: PNG, options: { filename: 'kaft.png', contentType: 'image/png' } }
  const { id, post_id: post } = await fb.api('me/photos', 'post', {
    source,
    message: 'Zie de kaft',
    alt_text_custom: 'Een blauwe kaft',
  })
  expect(await fb.api(String(id), 'get', { fields: 'alt_text_custom' })).toEqual({
    id,
    alt_text_custom: 'Een blauwe kaft',
  })
  expect(facebook.page.posts.get(String(post))?.message).toBe('Zie de kaft')
  expect(facebook.page.photos.get(String(id))).toMatchObject({ type: 'image/png', bytes: PNG.length })
})

test('bytes that are no photo, and a photo without bytes, are refused', async () => {
  const { fb } = await started()
  const source = { value: Buffer.from('<html>'), options: { filename: 'kaft.png', contentType: 'image/png' } }
  expect(await saidIn(fb.api('me/photos', 'post', { source, message: 'a' }))).toMatchObject({ code: 324 })
  expect(await saidIn(fb.api('me/photos', 'post', { message: 'a' }))).toMatchObject({ code: 324 })
})

test('two photos uploaded out of sight become one post', async () => {
  const { facebook, fb } = await started()
  const source = { value: PNG, options: { filename: 'a.png', contentType: 'image/png' } }
  const ids: unknown[] = []
  for (const _ of [1, 2]) ids.push((await fb.api('me/photos', 'post', { source, published: 'false' })).id)
  expect(facebook.page.posts.size).toBe(0)
  const { id } = await fb.api('me/feed', 'post', {
    message: 'Twee',
    attached_media: ids.map((media_fbid) => ({ media_fbid })),
  })
  const seen = await fb.api(String(id), 'get', { fields: 'attachments{media_type,subattachments}' })
  expect(seen).toMatchObject({ attachments: { data: [{ media_type: 'album', subattachments: { data: [{}, {}] } }] } })
})

test('the same text twice running is refused as a duplicate, and goes out again after another', async () => {
  const { fb } = await started()
  await fb.api('me/feed', 'post', { message: 'Open' })
  expect(await saidIn(fb.api('me/feed', 'post', { message: 'Open' }))).toMatchObject({
    code: 506,
    error_subcode: 1455006,
  })
  await fb.api('me/feed', 'post', { message: 'Dicht' })
  await fb.api('me/feed', 'post', { message: 'Open' })
})

test('an answer to a reply hangs under the comment at the top, and under the reply itself where threads go deep', async () => {
  const { facebook, fb } = await started()
  const post = facebook.byHand('Nieuw')
  const top = facebook.public.comments(post.id, 'Lezer Een', 'Eerste')
  const reply = facebook.public.comments(top.id, 'Lezer Twee', 'Tweede')
  const answered = await fb.api(`${reply.id}/comments`, 'post', { message: 'Ons antwoord' })
  expect(facebook.page.comments.get(String(answered.id))?.parent).toBe(top.id)
  facebook.page.flat = false
  const deep = await fb.api(`${reply.id}/comments`, 'post', { message: 'Nog een' })
  expect(facebook.page.comments.get(String(deep.id))?.parent).toBe(reply.id)
})

test('a comment of the public is hidden, shown and deleted with what hangs under it; ours is not hidden', async () => {
  const { facebook, fb } = await started()
  const top = facebook.public.comments(facebook.byHand('Nieuw').id, 'Lezer Een', 'Grof')
  const ours = await fb.api(`${top.id}/comments`, 'post', { message: 'Liever niet' })
  expect(await fb.api(top.id, 'post', { is_hidden: true })).toEqual({ success: true })
  expect(await fb.api(top.id, 'get', { fields: 'is_hidden' })).toEqual({ id: top.id, is_hidden: true })
  expect(await fb.api(top.id, 'post', { is_hidden: 'false' })).toEqual({ success: true })
  expect(await saidIn(fb.api(String(ours.id), 'post', { is_hidden: true }))).toMatchObject({ code: 100 })
  expect(await fb.api(top.id, 'delete', {})).toEqual({ success: true })
  expect(facebook.page.comments.size).toBe(0)
  expect(await saidIn(fb.api(top.id, 'delete', {}))).toMatchObject({ code: 100, error_subcode: 33 })
})

test('a private message is answered within a day of the reader’s last, and only a reader who wrote', async () => {
  const { facebook, fb, clock } = await started()
  const { from } = facebook.public.writes('Lezer Een', 'Mijn pas is weg')
  const answer = (id: string, text: string) =>
    fb.api('me/messages', 'post', { recipient: { id }, message: { text }, messaging_type: 'RESPONSE' })
  expect(await answer(from.id, 'Kom even langs')).toEqual({
    recipient_id: from.id,
    message_id: expect.stringMatching(/^m_/),
  })
  const { data } = await fb.api('me/conversations', 'get', {
    platform: 'messenger',
    user_id: from.id,
    fields: 'messages{message,from{id}}',
  })
  expect(data).toMatchObject([{ messages: { data: [{ message: 'Kom even langs' }, { message: 'Mijn pas is weg' }] } }])
  clock.advance(24 * 3_600_000 + 1)
  expect(await saidIn(answer(from.id, 'Nog steeds'))).toMatchObject({ code: 10, error_subcode: 2018278 })
  expect(await saidIn(answer('24000', 'Dag'))).toMatchObject({ code: 100, error_subcode: 2018001 })
})

test.each([
  ['pages_manage_posts', 'me/feed', 'post', { message: 'a' }, 200],
  ['pages_manage_engagement', 'comment/comments', 'post', { message: 'a' }, 200],
  ['pages_manage_engagement', 'comment', 'delete', {}, 200],
  ['pages_messaging', 'me/conversations', 'get', {}, 10],
  ['pages_read_engagement', 'me/feed', 'get', {}, 10],
  ['pages_read_user_content', 'me/tagged', 'get', {}, 10],
  ['pages_manage_metadata', 'me/subscribed_apps', 'get', {}, 10],
] as const)('without %s there is no %s', async (permission, path, method, params, code) => {
  const { facebook, fb } = await started()
  const comment = facebook.public.comments(facebook.byHand('Nieuw').id, 'Lezer Een', 'Dag')
  facebook.tokens.page.permissions.delete(permission)
  expect(await saidIn(fb.api(path.replace('comment', comment.id), method, { ...params }))).toMatchObject({ code })
})

test('another page’s token is that page’s, and has no say here', async () => {
  const { facebook, fb, page } = await started()
  facebook.tokens.add('EAAother', { id: '999', name: 'Andere pagina' })
  const other = fb.extend({ accessToken: 'EAAother' })
  expect(await other.api('me', 'get', { fields: 'id,name' })).toEqual({ id: '999', name: 'Andere pagina' })
  expect(await saidIn(other.api(`${page}/feed`, 'get', {}))).toMatchObject({ code: 10 })
})

test('a page pushes what it was subscribed to last, for each app that asks with the permissions for it', async () => {
  const { facebook, fb, page } = await started()
  const ask = (subscribed_fields: string) => fb.api(`${page}/subscribed_apps`, 'post', { subscribed_fields })
  expect(await ask('feed,mention')).toEqual({ success: true })
  expect(await ask('feed,messages')).toEqual({ success: true })
  expect(await fb.api(`${page}/subscribed_apps`, 'get', {})).toMatchObject({
    data: [{ id: facebook.settings.appId, subscribed_fields: ['feed', 'messages'] }],
  })
  expect(await saidIn(ask(''))).toMatchObject({ code: 100 })
  expect(await saidIn(ask('feed,news'))).toMatchObject({
    code: 100,
    message: expect.stringContaining('fields[1] must be'),
  })
  facebook.tokens.page.permissions.delete('pages_messaging')
  expect(await saidIn(ask('messages'))).toMatchObject({ code: 200 })
  facebook.tokens.page.permissions.delete('pages_manage_metadata')
  expect(await saidIn(ask('feed'))).toMatchObject({ code: 200 })
  expect([...facebook.subscribed]).toEqual(['feed', 'messages'])
})
