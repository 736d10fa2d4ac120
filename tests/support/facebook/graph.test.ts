import { expect, test } from 'vitest'
import { saidIn, withFacebook } from './library.ts'

const started = withFacebook()

test('the unchanged library asks who it is at https://graph.facebook.com', async () => {
  const { facebook, fb } = await started()
  expect(await fb.api('me', 'get', { fields: 'id,name,username' })).toEqual({
    id: facebook.settings.pageId,
    name: 'Bibliotheek De Voorbeeld',
    username: 'bibliotheekvoorbeeld',
  })
})

test('a post stands in the feed with what is asked for, and nothing else', async () => {
  const { facebook, fb } = await started()
  const { id } = await fb.api('me/feed', 'post', { message: 'Dag lezers' })
  const { data } = await fb.api(`${facebook.settings.pageId}/feed`, 'get', { fields: 'id,message,from{id}' })
  expect(data).toEqual([{ id, message: 'Dag lezers', from: { id: facebook.settings.pageId } }])
  const plain = await fb.api('me/feed', 'get', {})
  expect(plain.data).toEqual([{ id, message: 'Dag lezers', created_time: '2027-01-11T08:00:00+0000' }])
})

test('a comment is answered under itself, and the nested list of the feed shows both', async () => {
  const { facebook, fb, clock } = await started()
  const post = facebook.byHand('Nieuwe boeken')
  const question = facebook.public.comments(post.id, 'Lezer Een', 'Tot hoe laat open?')
  clock.advance(60_000)
  const { id } = await fb.api(`${question.id}/comments`, 'post', { message: 'Tot vijf uur.' })
  const { data } = await fb.api('me/feed', 'get', {
    fields: 'id,comments.filter(stream).order(reverse_chronological).limit(50){id,from{id,name},message,parent{id}}',
  })
  expect(data).toEqual([
    {
      id: post.id,
      comments: {
        data: [
          {
            id,
            message: 'Tot vijf uur.',
            parent: { id: question.id },
            from: { id: facebook.settings.pageId, name: 'Bibliotheek De Voorbeeld' },
          },
          { id: question.id, message: 'Tot hoe laat open?', from: question.from },
        ],
        paging: { cursors: expect.anything() },
      },
    },
  ])
})

test('a token says what it may do and until when, to the app that it belongs to', async () => {
  const { facebook, app } = await started()
  facebook.tokens.page.expires = Date.UTC(2027, 1, 1)
  const { data } = await app.api('debug_token', 'get', { input_token: facebook.settings.pageToken })
  expect(data).toMatchObject({
    is_valid: true,
    type: 'PAGE',
    profile_id: facebook.settings.pageId,
    expires_at: Date.UTC(2027, 1, 1) / 1_000,
  })
})

test('an app secret that is wrong, a proof that lacks and a token that ended are three errors', async () => {
  const { facebook, fb } = await started()
  const { appId } = facebook.settings
  expect(
    await saidIn(fb.extend({ accessToken: `${appId}|wrong` }).api('debug_token', 'get', { input_token: 'a' })),
  ).toMatchObject({ code: 190 })
  expect(await saidIn(fb.extend({ appSecret: 'wrong' }).api('me', 'get', {}))).toMatchObject({
    code: 100,
    message: expect.stringContaining('appsecret_proof'),
  })
  facebook.tokens.page.state = 'expired'
  expect(await saidIn(fb.api('me', 'get', {}))).toMatchObject({ code: 190, error_subcode: 463 })
})
