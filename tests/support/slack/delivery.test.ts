import { expect, test } from 'vitest'
import { appAt, type Heard, socketOf } from './app.ts'
import { ask, slackWith } from './ask.ts'
import { signature } from './delivery/http.ts'

async function withDelft() {
  const slack = await slackWith()
  await slack.person({ name: 'delft' })
  await slack.channel('desk', { members: ['delft'], botIn: true })
  return slack
}
const retriesOf = (heard: Heard[]) => heard.map(({ headers }) => headers['x-slack-retry-num'] ?? 'first')

test("a signature is the one of Slack's own example", () => {
  // docs.slack.dev/authentication/verifying-requests-from-slack
  const body =
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c'
  expect(signature('8f742231b10e8888abcd99yyyzzz85a5', '1531420618', body)).toBe(
    'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  )
})

test('an event is signed over its very bytes', async () => {
  const slack = await withDelft()
  const heard = await appAt(slack)
  await slack.types('delft', 'desk', 'Dag')
  await slack.settled()
  const [{ headers, body } = { headers: {}, body: '' }] = heard
  const stamp = String(headers['x-slack-request-timestamp'])
  expect(Number(stamp)).toBe(Math.floor(slack.clock.now() / 1000))
  expect(headers['x-slack-signature']).toBe(signature(slack.signingSecret, stamp, body))
  expect(JSON.parse(body)).toMatchObject({ type: 'event_callback', event: { type: 'message', text: 'Dag' } })
})

test('over HTTP an event comes again at once, after a minute and after five until it is taken, then no more', async () => {
  const slack = await withDelft()
  let good = false
  const heard = await appAt(slack, () => (good ? 200 : 500))
  await slack.types('delft', 'desk', 'Dag')
  await slack.until(() => heard.length === 2)
  expect(retriesOf(heard)).toEqual(['first', '1'])
  await slack.clock.waitedFor(60_000)
  slack.clock.advance(59_000)
  expect(heard).toHaveLength(2)
  slack.clock.advance(1_000)
  await slack.until(() => heard.length === 3)
  good = true
  await slack.clock.waitedFor(5 * 60_000)
  slack.clock.advance(5 * 60_000)
  await slack.settled()
  expect(retriesOf(heard)).toEqual(['first', '1', '2', '3'])
  expect(heard[3]?.headers['x-slack-retry-reason']).toBe('http_error')
  expect(new Set(heard.map(({ body }) => JSON.parse(body).event_id)).size).toBe(1)
  expect(slack.lost).toEqual([])
})

test('an app that never takes an event loses it', async () => {
  const slack = await withDelft()
  slack.retries = [0, 0, 0]
  const heard = await appAt(slack, () => 503)
  await slack.types('delft', 'desk', 'Dag')
  await slack.settled()
  expect([heard.length, slack.lost.length]).toEqual([4, 1])
})

test('silence for three seconds counts as not taken', async () => {
  const slack = await withDelft()
  let silent = true
  const heard = await appAt(slack, () => (silent ? null : 200))
  await slack.types('delft', 'desk', 'Dag')
  await slack.until(() => heard.length === 1)
  silent = false
  slack.clock.advance(3_000)
  await slack.until(() => heard.length === 2)
  expect(heard[1]?.headers['x-slack-retry-reason']).toBe('http_timeout')
})

test('a command that is not answered in time is shown as an error and never comes again', async () => {
  const slack = await withDelft()
  const heard = await appAt(slack, () => 500)
  await slack.slash('delft', 'desk', '/reply', '12')
  expect(heard).toHaveLength(1)
  expect(new URLSearchParams(heard[0]?.body).get('text')).toBe('12')
  expect(slack.errorsSeen).toMatchObject([{ about: '/reply', reason: 'http_error' }])
})

test('a socket says hello, gets events and acknowledges them by their envelope', async () => {
  const slack = await withDelft()
  const app = await socketOf(slack)
  expect(app.frames[0]).toMatchObject({ type: 'hello', num_connections: 1 })
  await slack.types('delft', 'desk', 'Dag')
  await slack.settled()
  expect(app.events().map(({ payload }) => payload?.event.text)).toEqual(['Dag'])
  expect(slack.ackTimes).toHaveLength(1)
})

test('an envelope that is not acknowledged within three seconds comes again, the same event', async () => {
  const slack = await withDelft()
  const app = await socketOf(slack, ({ retry_attempt: attempt }) => attempt === 1)
  await slack.types('delft', 'desk', 'Dag')
  await slack.until(() => app.events().length === 1)
  slack.clock.advance(3_000)
  await slack.settled()
  const [first, again] = app.events()
  expect([first?.retry_attempt, again?.retry_attempt]).toEqual([0, 1])
  expect(again?.payload?.event_id).toBe(first?.payload?.event_id)
  expect(again?.envelope_id).not.toBe(first?.envelope_id)
})

test('each event goes to one of the sockets', async () => {
  const slack = await withDelft()
  const apps = [await socketOf(slack), await socketOf(slack)]
  for (const text of ['1', '2', '3', '4']) await slack.types('delft', 'desk', text)
  await slack.settled()
  expect(apps.map((app) => app.events().map(({ payload }) => payload?.event.text))).toEqual([
    ['1', '3'],
    ['2', '4'],
  ])
})

test('the address of a socket is good once', async () => {
  const slack = await withDelft()
  const { socket } = await socketOf(slack)
  const again = new (await import('ws')).WebSocket(socket.url)
  const status = await new Promise((resolve) =>
    again.on('unexpected-response', (_, response) => resolve(response.statusCode)),
  )
  expect(status).toBe(408)
})

test('there are ten sockets at most', async () => {
  const slack = await withDelft()
  for (let n = 0; n < 10; n++) await socketOf(slack)
  const eleventh = await socketOf(slack)
  expect(eleventh.frames).toMatchObject([{ type: 'disconnect', reason: 'too_many_websockets' }])
  expect(slack.sockets.open.size).toBe(10)
})

test('a socket is recycled with a word, or cut without one; what was on its way comes over the next', async () => {
  const slack = await withDelft()
  slack.retries = [0, 60_000, 300_000]
  const first = await socketOf(slack, () => false)
  slack.sockets.disconnect('refresh_requested')
  await slack.until(() => first.closed())
  expect(first.frames.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' })
  const second = await socketOf(slack, () => false)
  const third = await socketOf(slack)
  await slack.types('delft', 'desk', 'Dag')
  await slack.types('delft', 'desk', 'Nog een')
  await slack.until(() => second.events().length === 1)
  slack.sockets.kill(1)
  await slack.settled()
  expect(
    third
      .events()
      .map(({ payload }) => payload?.event.text)
      .sort(),
  ).toEqual(['Dag', 'Nog een'])
})

test('the app hears what it subscribed to and has the scope for, where the bot is', async () => {
  const slack = await withDelft()
  const app = await socketOf(slack)
  const told = () => app.events().map(({ payload }) => payload?.event.text)
  await slack.channel('elders', { members: ['delft'] })
  await slack.types('delft', 'elders', 'Zonder jou')
  slack.tokens.scopes.delete('channels:history')
  await slack.types('delft', 'desk', 'Zonder recht')
  slack.tokens.scopes.add('channels:history')
  await slack.types('delft', 'desk', 'Met recht')
  slack.install({ settings: { event_subscriptions: { bot_events: [] } } })
  await slack.types('delft', 'desk', 'Zonder abonnement')
  await slack.settled()
  expect(told()).toEqual(['Met recht'])
})

test('what the bot writes comes back to it as an event', async () => {
  const slack = await withDelft()
  const app = await socketOf(slack)
  await ask(slack, 'chat.postMessage', { channel: slack.channelNamed('desk')?.id, text: 'Van mij' })
  await slack.settled()
  expect(app.events()).toMatchObject([{ payload: { event: { text: 'Van mij', bot_id: slack.workspace.botId } } }])
})
