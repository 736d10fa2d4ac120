import { expect, test } from 'vitest'
import { describeWithShared } from '../shared.ts'
import { published } from './description.ts'
import { Validator, validatorOf } from './validator.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

describeWithShared('specs/x-api-v2.openapi3.json', "X's description", () => {
  const x = () => validatorOf('x-api-v2.openapi3.json')!
  const get = (path: string) => {
    const { pathname, searchParams } = new URL(path, 'https://api.x.com')
    return { method: 'GET', path: pathname, query: searchParams, contentType: null, body: undefined }
  }
  const post = (path: string, body: unknown) => ({ ...get(path), method: 'POST', contentType: JSON_TYPE, body })
  const answer = (status: number, body: unknown, contentType = JSON_TYPE) => ({ status, contentType, body })

  test('lets good requests pass', () => {
    expect(x().ofRequest(get('/2/users/42/mentions?max_results=100&tweet.fields=author_id,text'))).toEqual([])
    expect(x().ofRequest(get('/2/tweets?ids=1,2,3'))).toEqual([])
    expect(x().ofRequest(post('/2/tweets', { text: 'Dag', reply: { in_reply_to_tweet_id: '1' } }))).toEqual([])
  })

  test.each([
    [get('/2/users/42/mentions?max_results=3'), 'GET /2/users/{id}/mentions max_results:  must be >= 5'],
    [get('/2/users/42/mentions?since=1'), 'GET /2/users/{id}/mentions has no parameter since'],
    [get('/2/users/me?user.fields=shoe_size'), /GET \/2\/users\/me user.fields: \/0 must be equal to one of/],
    [get('/2/users/anna/mentions'), /GET \/2\/users\/{id}\/mentions id: {2}must match pattern/],
    [get('/2/tweets'), 'GET /2/tweets needs ids'],
    [get('/2/nothing'), 'GET /2/nothing is not described'],
    [post('/2/tweets', { tekst: 'Dag' }), 'POST /2/tweets:  must NOT have additional properties'],
    [post('/2/tweets', undefined), 'POST /2/tweets needs a body'],
    [post('/2/tweets', { media: { media_ids: [] } }), /media_ids must NOT have fewer than 1 items/],
    [{ ...post('/2/tweets', { text: 'x' }), contentType: 'text/plain' }, 'POST /2/tweets takes no text/plain'],
  ])('finds what is wrong with a request (%#)', (asked, fault) => {
    expect(x().ofRequest(asked)).toContainEqual(typeof fault === 'string' ? fault : expect.stringMatching(fault))
  })

  test('lets a good answer and a problem pass', () => {
    const tweet = { id: '1', text: 'Dag', edit_history_tweet_ids: ['1'], created_at: '2027-01-11T08:00:00.000Z' }
    expect(x().ofAnswer(get('/2/tweets/1'), answer(200, { data: tweet }))).toEqual([])
    const problem = { title: 'Forbidden', detail: 'No.', type: 'about:blank', status: 403 }
    expect(x().ofAnswer(get('/2/tweets/1'), answer(403, problem, 'application/problem+json'))).toEqual([])
  })

  test('lets pass what is known to differ, and nothing else', () => {
    const newer = { 'GET /2/tweets 200: /data/*/shoe_size is not described': 'a changelog' }
    const lenient = new Validator(published('x-api-v2.openapi3.json')!, newer)
    const data = [{ id: '1', shoe_size: 44, hat_size: 58 }]
    expect(lenient.ofAnswer(get('/2/tweets?ids=1'), answer(200, { data }))).toEqual([
      'GET /2/tweets 200: /data/0/hat_size is not described',
    ])
  })

  test.each([
    [200, { data: { id: 1, text: 'Dag' } }, /\/data\/id must be string/],
    [200, { data: { id: '1', shoe_size: 44 } }, 'GET /2/tweets/{id} 200: /data/shoe_size is not described'],
    [200, { data: { id: '1', created_at: 'gisteren' } }, /must match format "date-time"/],
    [201, { data: { id: '1' } }, 'GET /2/tweets/{id} 201 is not described'],
    [
      200,
      { errors: [{ type: 'https://api.twitter.com/2/problems/resource-not-found', title: 'Not Found Error' }] },
      /\/errors\/0: {2}must have required property 'resource_id'/,
    ],
  ])('finds what is wrong with an answer (%#)', (status, body, fault) => {
    expect(x().ofAnswer(get('/2/tweets/1'), answer(status, body))).toContainEqual(
      typeof fault === 'string' ? fault : expect.stringMatching(fault),
    )
  })
})

describeWithShared('specs/youtube-v3.openapi3.json', "YouTube's description", () => {
  const youtube = () => validatorOf('youtube-v3.openapi3.json')!
  const asked = (query: string, body?: unknown) => ({
    method: 'POST',
    path: '/youtube/v3/comments',
    query: new URLSearchParams(query),
    contentType: body ? JSON_TYPE : null,
    body,
  })

  test('reads parameters that stand there several times', () => {
    expect(youtube().ofRequest(asked('part=snippet&part=id', { snippet: { textOriginal: 'Dag' } }))).toEqual([])
    expect(youtube().ofRequest(asked('', { snippet: {} }))).toEqual(['POST /youtube/v3/comments needs part'])
    expect(youtube().ofRequest(asked('part=snippet', { snippet: { tekst: 'Dag' } }))).toEqual([
      'POST /youtube/v3/comments: /snippet/tekst is not described',
    ])
  })
})
