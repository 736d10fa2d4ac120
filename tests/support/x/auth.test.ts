import { request } from 'node:http'
import { TwitterApi } from 'twitter-api-v2'
import { expect, test } from 'vitest'
import { baseOf, signed } from './oauth1.ts'
import { refusal, withX } from './with-x.ts'

test("a signature is the one of X's own example", () => {
  // developer.x.com/en/docs/authentication/oauth-1-0a/creating-a-signature
  const parameters = {
    status: 'Hello Ladies + Gentlemen, a signed OAuth request!',
    include_entities: 'true',
    oauth_consumer_key: 'xvz1evFS4wEEPTGEFPHBog',
    oauth_nonce: 'kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg',
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: '1318622958',
    oauth_token: '370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb',
    oauth_version: '1.0',
  }
  const base = baseOf('post', 'https://api.twitter.com/1.1/statuses/update.json', Object.entries(parameters))
  const [consumer, token] = ['kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw', 'LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE']
  expect(signed(base, consumer, token)).toBe('hCtSmYh+iHYCEqBWrE7C7hYmtUk=')
})

test.each([
  ['appKey', 'unknown consumer key'],
  ['appSecret', 'wrong signature'],
  ['accessToken', 'unknown access token'],
  ['accessSecret', 'wrong signature'],
])('a wrong %s is a 401 that does not say what is wrong', async (name, why) => {
  const { x, as } = await withX()
  expect(await refusal(as({ [name]: 'wrong' }).v2.me())).toEqual({
    status: 401,
    detail: 'Unauthorized',
    type: 'about:blank',
  })
  expect(x.keys.refusals).toEqual([why])
})

test('the app key and secret are told from the rest by asking for a token of the app', async () => {
  const { x, as } = await withX()
  const app = await as().appLogin()
  expect((await app.v2.userByUsername('schatkamer')).data.id).toBe(x.me.id)
  expect((await refusal(app.v2.me())).type).toBe('https://api.twitter.com/2/problems/unsupported-authentication')
  expect((await refusal(as({ appSecret: 'wrong' } as never).appLogin())).status).toBe(403)
})

test('a token that is withdrawn is refused until it is given back', async () => {
  const { x, v2 } = await withX()
  x.revoke()
  expect((await refusal(v2.me())).status).toBe(401)
  x.revoke(false)
  expect((await v2.me()).data.id).toBe(x.me.id)
})

test.each([
  ['read', 403, 403],
  ['read-write', 201, 403],
  ['read-write-directmessages', 201, 200],
] as const)('a token made with %s posts with %i and reads messages with %i', async (access, post, read) => {
  const { x, v2 } = await withX({ access })
  const status = (call: Promise<unknown>, good: number) =>
    call.then(
      () => good,
      ({ code, data }) => {
        expect(data.type).toBe('https://api.twitter.com/2/problems/oauth1-permissions')
        return code
      },
    )
  expect(await status(v2.tweet('Dag'), 201)).toBe(post)
  expect(await status(v2.get('dm_events'), 200)).toBe(read)
  const { headers } = await v2.get('users/me', {}, { fullResponse: true })
  expect(headers['x-access-level']).toBe(access)
  expect(x.published()).toHaveLength(post === 201 ? 1 : 0)
})

test('a plan without direct messages says so', async () => {
  const { x, v2 } = await withX()
  x.rules.directs = false
  expect(await refusal(v2.get('dm_events'))).toMatchObject({
    status: 403,
    type: 'https://api.twitter.com/2/problems/client-forbidden',
  })
})

test('without credits nothing is read or written, and at the cap nothing is read', async () => {
  const { x, v2 } = await withX()
  x.rules.credits = false
  expect((await refusal(v2.tweet('Dag'))).status).toBe(402)
  x.rules.credits = true
  x.rules.capped = true
  expect(await refusal(v2.userMentionTimeline(x.me.id))).toMatchObject({
    status: 429,
    type: 'https://api.twitter.com/2/problems/usage-capped',
  })
  await v2.tweet('Dag')
})

test('a request is good once, and not for long', async () => {
  const { x } = await withX()
  const header = await headerOf(x.credentials)
  const asked = () =>
    new Promise<number>((resolve, reject) => {
      const one = request(`${x.url}/2/users/me`, { headers: { authorization: header } }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
      })
      one.on('error', reject).end()
    })
  expect([await asked(), await asked()]).toEqual([200, 401])
  x.keys.wall = () => Date.now() + 301_000
  expect(await asked()).toBe(401)
  expect(x.keys.refusals).toEqual(['nonce used before', 'timestamp out of bounds'])
})

/** What the library writes in the header of GET /2/users/me. */
async function headerOf(credentials: { appKey: string; appSecret: string; accessToken: string; accessSecret: string }) {
  const { _requestMaker: maker } = new TwitterApi(credentials) as unknown as {
    _requestMaker: { getHttpRequestArgs(request: object): { headers: { Authorization: string } } }
  }
  return maker.getHttpRequestArgs({ url: 'https://api.x.com/2/users/me', method: 'GET' }).headers.Authorization
}
