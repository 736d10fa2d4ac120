import { describe, expect, test } from 'vitest'
import type { RawRequest } from '../../../src/chat/chat.ts'
import { MINUTE } from '../../../src/model/clock.ts'
import { ManualClock } from '../../support/clock.ts'
import { signature } from '../../support/slack/delivery/http.ts'
import { inside } from './inside.ts'

const TYPE = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const

/** The station's port, with a hand that signs as Slack does. */
async function port(clock = new ManualClock()) {
  const station = await inside('http', { clock })
  const { slack, incoming, delft } = station
  if (!incoming.webhook) throw new Error('no webhook')
  const event = {
    type: 'message',
    user: delft,
    text: 'geheim van de redactie',
    channel: slack.channelNamed('ochtendblad')?.id,
    ts: '1799654400.000100',
  }
  const body = JSON.stringify({ type: 'event_callback', event_id: 'Ev1', event, authorizations: [] })
  const signed = (sent: string, { seconds = 0, type = TYPE.json as string, secret = slack.signingSecret } = {}) => {
    const timestamp = String(Math.floor(clock.now() / 1_000) + seconds)
    return {
      body: sent,
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature(secret, timestamp, sent),
      } as Record<string, string>,
    }
  }
  return { ...station, body, signed, call: incoming.webhook }
}

describe('a request at the station’s port', () => {
  test('is taken where its signature is Slack’s', async () => {
    const { call, signed, body, done } = await port()
    expect(await call(signed(body))).toEqual({ status: 200, headers: {}, body: '' })
    expect(await done(1)).toMatchObject([{ id: expect.stringMatching(/^message C/), text: 'geheim van de redactie' }])
  })

  test.each<[string, (it: Awaited<ReturnType<typeof port>>) => RawRequest]>([
    ['of another’s secret', ({ signed, body }) => signed(body, { secret: 'another' })],
    ['of five minutes ago and a second', ({ signed, body }) => signed(body, { seconds: -301 })],
    ['of a moment to come', ({ signed, body }) => signed(body, { seconds: 301 })],
    [
      'whose JSON was written anew',
      ({ signed, body }) => ({ ...signed(body), body: JSON.stringify(JSON.parse(body), null, 1) }),
    ],
    ['with one letter changed', ({ signed, body }) => ({ ...signed(body), body: body.replace('geheim', 'Geheim') })],
    ['without any header', ({ body }) => ({ headers: {}, body })],
    [
      'without a moment',
      ({ signed, body }) => {
        const { 'x-slack-request-timestamp': _, ...headers } = signed(body).headers
        return { headers, body }
      },
    ],
    [
      'without a signature',
      ({ signed, body }) => {
        const { 'x-slack-signature': _, ...headers } = signed(body).headers
        return { headers, body }
      },
    ],
    [
      'whose moment is no number',
      ({ signed, body, slack }) => ({
        ...signed(body),
        headers: {
          ...signed(body).headers,
          'x-slack-request-timestamp': 'NaN',
          'x-slack-signature': signature(slack.signingSecret, 'NaN', body),
        },
      }),
    ],
  ])('%s is refused, with nothing of it in the log', async (_, forge) => {
    const it = await port()
    const before = it.logged.length
    expect(await it.call(forge(it))).toEqual({ status: 401, headers: {}, body: '' })
    await it.slack.settled()
    expect([it.stored, it.handled]).toEqual([[], []])
    const log = it.logged.slice(before).join('')
    expect(log).toContain('without a good signature')
    expect(log).not.toMatch(/geheim|v0=/)
    expect(log).not.toContain(it.slack.signingSecret)
  })

  test('that is forged a third time in a row is told once, and mended by the first good one', async () => {
    const { call, signed, body, troubles } = await port()
    for (let n = 0; n < 5; n++) await call(signed(body, { secret: 'another' }))
    expect(troubles).toEqual(['trouble slack-signature'])
    await call(signed(body))
    expect(troubles).toEqual(['trouble slack-signature', 'mended slack-signature'])
  })

  test('that is forged between good ones raises no alarm, so that no stranger can fill the team’s channel', async () => {
    const clock = new ManualClock()
    const { call, signed, body, troubles } = await port(clock)
    await call(signed(body))
    for (let n = 0; n < 9; n++) await call(signed(body, { secret: 'another' }))
    expect(troubles).toEqual([])
    clock.advance(10 * MINUTE)
    await call(signed(body, { secret: 'another' }))
    expect(troubles).toEqual(['trouble slack-signature'])
  })

  test('that asks whether somebody is there is answered, and only where it is Slack’s', async () => {
    const { call, signed, stored } = await port()
    const question = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 'x' })
    expect(await call(signed(question))).toMatchObject({ status: 200, body: '{"challenge":"abc"}' })
    expect((await call(signed(question, { secret: 'another' }))).status).toBe(401)
    expect((await call(signed('ssl_check=1&token=x', { type: TYPE.form }))).status).toBe(200)
    expect(stored).toEqual([])
  })

  test('that is signed but makes no sense is refused or passed over, and the next one is taken', async () => {
    const { call, signed, body, done, stored } = await port()
    const statuses: number[] = []
    for (const odd of [
      '{',
      '"text"',
      'null',
      '[]',
      '{}',
      '{"type":"event_callback"}',
      '{"type":"event_callback","event":null}',
    ])
      statuses.push((await call(signed(odd))).status)
    expect(statuses).toEqual([400, 400, 400, 400, 200, 200, 200])
    expect((await call(signed('payload=%7B', { type: TYPE.form }))).status).toBe(400)
    expect((await call(signed('payload=%7B%22type%22%3A%22block_actions%22%7D', { type: TYPE.form }))).status).toBe(200)
    expect(stored).toEqual([])
    await call(signed(body))
    await done(1)
  })

  test('is left to Slack once the station has stopped', async () => {
    const { call, signed, body, stop, listening, stored } = await port()
    stop.abort()
    await listening
    expect((await call(signed(body))).status).toBe(503)
    expect(stored).toEqual([])
  })
})

test('with an app token there is no door at the port', async () => {
  const { incoming } = await inside('socket')
  expect(incoming.webhook).toBeUndefined()
})
