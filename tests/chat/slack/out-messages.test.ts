import { describe, expect, test } from 'vitest'
import type { Content } from '../../../src/model/chat.ts'
import { wordsIn } from '../../support/slack/look.ts'
import { outside, premises } from './outside.ts'

const HOSTILE = '<!channel> <@U1> <https://evil.example|bank.nl> *_~ `code` @here https://evil.example'
const card = (more: Partial<Content> = {}): Content => ({
  kind: 'card',
  text: '#12 · @lezer · X',
  quote: {
    author: 'lezer',
    text: 'Hebben jullie het boek al?',
    at: Date.UTC(2027, 0, 11, 8),
    url: 'https://x.com/lezer/status/1',
    edited: false,
    deleted: false,
    attachments: [],
  },
  state: { label: 'wacht op antwoord', tone: 'waiting' },
  buttons: [{ action: 'claim', value: '12', label: 'Oppakken' }],
  about: { conversation: 12 },
  ...more,
})
const notice = (text: string): Content => ({ kind: 'notice', text, about: { conversation: 12 } })
const idOf = (outcome: object): string => ('id' in outcome ? String(outcome.id) : '')

async function prepared(options?: Parameters<typeof outside>[0]) {
  const station = await outside(options)
  await station.chat.prepare.prepare(premises)
  return station
}

test('a conversation opens in its channel, what follows stands in its thread, and its card can be changed', async () => {
  const { slack, chat } = await prepared()
  const root = await chat.open('ochtendblad', card(), 'key-1')
  expect(root).toMatchObject({ status: 'published', url: null })
  expect(await chat.post('ochtendblad', idOf(root), notice('Delft pakt dit op'), 'key-2')).toMatchObject({
    status: 'published',
  })
  const changed = card({ state: { label: 'bij Delft', tone: 'busy' } })
  expect(await chat.revise('ochtendblad', idOf(root), changed, 'key-3')).toEqual(root)
  const thread = slack.thread('ochtendblad', idOf(root))
  expect(thread.map((it) => wordsIn(it.blocks).split('\n')[0])).toEqual([
    '🔵 bij Delft  ·  #12 · @lezer · X',
    'Delft pakt dit op',
  ])
  expect(slack.messages('ochtendblad').filter((it) => it.subtype === undefined)).toHaveLength(1)
})

test('hostile words and names ping nobody, lead only where the station leads, and stay letters', async () => {
  const { slack, chat } = await prepared()
  const quote = { ...card().quote!, author: HOSTILE, text: `${HOSTILE} ${'x'.repeat(40_000)}\u202e` }
  const hostile = card({
    text: `#12 · @${HOSTILE} · X`,
    quote,
    facts: [{ label: HOSTILE, value: HOSTILE }],
    mentions: [HOSTILE],
  })
  const root = await chat.open('ochtendblad', hostile, 'key-1')
  expect(root.status).toBe('published')
  expect((await chat.revise('ochtendblad', idOf(root), hostile, 'key-2')).status).toBe('published')
  expect(slack.pings).toEqual([])
  expect(new Set(slack.links.map((it) => `${it.label} → ${it.url}`))).toEqual(
    new Set(['origineel op x.com → https://x.com/lezer/status/1']),
  )
  const [message] = slack.thread('ochtendblad', idOf(root))
  expect(wordsIn(message?.blocks)).toContain(HOSTILE)
  expect(wordsIn(message?.blocks)).toMatch(/Ingekort: de hele tekst telt 40\.\d+ tekens/)
})

test('what a message carries unseen is the key of its delivery and nothing else', async () => {
  const { slack, chat } = await prepared()
  const root = await chat.open('ochtendblad', card(), 'key-1')
  await chat.revise('ochtendblad', idOf(root), card(), 'key-2')
  expect(slack.thread('ochtendblad', idOf(root))[0]?.metadata).toEqual({
    event_type: 'schatkamer_delivery',
    event_payload: { key: 'key-1' },
  })
})

describe('how a delivery ends', () => {
  test('too fast: later, when Slack says, and nothing stands there', async () => {
    const { slack, chat } = await prepared()
    slack.faults.add({ kind: 'limited', retryAfter: 7, times: 1 })
    expect(await chat.open('ochtendblad', card(), 'key-1')).toEqual({
      status: 'later',
      after: 7_000,
      reason: 'rate-limit',
      scope: 'rate',
    })
    expect((await chat.open('ochtendblad', card(), 'key-1')).status).toBe('published')
  })

  test('too fast by Slack’s own measure: the fourth in a second waits', async () => {
    const { chat, clock } = await prepared({ limits: true })
    const ends = [1, 2, 3, 4].map((n) => chat.open('nacht', card(), `key-${n}`))
    expect((await Promise.all(ends)).map((it) => it.status).sort()).toEqual([
      'later',
      'published',
      'published',
      'published',
    ])
    clock.advance(3_000)
    expect((await chat.open('nacht', card(), 'key-4')).status).toBe('published')
  })

  test('the line drops after Slack took it: unknown, then found where it stands', async () => {
    const { slack, chat } = await prepared()
    slack.faults.add({ kind: 'drop', when: 'after', times: 1, method: 'chat.postMessage' })
    expect(await chat.open('ochtendblad', card(), 'key-1')).toMatchObject({ status: 'unknown' })
    const root = slack.messages('ochtendblad').at(-1)?.ts ?? ''
    expect(await chat.find('ochtendblad', null, 'key-1')).toEqual({ status: 'found', id: root, url: null })
    slack.faults.add({ kind: 'status', status: 502, when: 'after', times: 1, method: 'chat.postMessage' })
    expect(await chat.post('ochtendblad', root, notice('hallo'), 'key-2')).toMatchObject({ status: 'unknown' })
    const found = await chat.find('ochtendblad', root, 'key-2')
    expect(found).toMatchObject({ status: 'found', id: slack.thread('ochtendblad', root).at(-1)?.ts })
    expect(slack.requests.filter((it) => it.method === 'chat.postMessage')).toHaveLength(2)
  })

  test('another app that puts our key on a message of its own is not taken for us', async () => {
    const { slack, chat } = await prepared()
    slack.faults.add({ kind: 'drop', when: 'before', times: 1, method: 'chat.postMessage' })
    expect(await chat.open('ochtendblad', card(), 'key-1')).toMatchObject({ status: 'unknown' })
    const metadata = { event_type: 'schatkamer_delivery', event_payload: { key: 'key-1' } }
    await slack.appPosts('Weerbot', 'ochtendblad', 'Het regent', { metadata })
    expect(await chat.find('ochtendblad', null, 'key-1')).toEqual({ status: 'absent' })
  })

  test('the line drops before Slack took it: unknown, then absent', async () => {
    const { slack, chat } = await prepared()
    slack.faults.add({ kind: 'drop', when: 'before', times: 1, method: 'chat.postMessage' })
    expect(await chat.open('ochtendblad', card(), 'key-1')).toMatchObject({ status: 'unknown' })
    expect(await chat.find('ochtendblad', null, 'key-1')).toEqual({ status: 'absent' })
    expect(await chat.find('ochtendblad', '1700000000.000001', 'key-1')).toEqual({ status: 'absent' })
  })

  test('nobody answers: it certainly did not go out', async () => {
    const { chat, cut, api } = await prepared()
    cut()
    expect(await chat.open('ochtendblad', card(), 'key-1')).toEqual({
      status: 'later',
      after: 2_000,
      reason: 'ECONNREFUSED',
      scope: 'rate',
    })
    expect(await chat.find('ochtendblad', null, 'key-1')).toEqual({ status: 'cannot tell' })
    expect(api.reachable).toBe(false)
  })

  test('a page that is no answer of Slack’s: unknown', async () => {
    const { slack, chat } = await prepared()
    slack.faults.add({ kind: 'garbage', when: 'after', times: 1 })
    expect(await chat.open('ochtendblad', card(), 'key-1')).toEqual({ status: 'unknown', reason: 'not JSON' })
  })

  test('a message that somebody threw away: gone', async () => {
    const { chat } = await prepared()
    expect(await chat.revise('ochtendblad', '1700000000.000001', card(), 'key-2')).toEqual({
      status: 'rejected',
      reason: 'gone',
    })
  })

  test.each(['top-level', 'thread_not_found'] as const)(
    'a thread that somebody threw away: gone, and what Slack put in the channel instead is taken back (%s)',
    async (way) => {
      const { slack, chat } = await prepared()
      slack.missingThread = way
      const gone = { status: 'rejected', reason: 'gone' }
      expect(await chat.post('ochtendblad', '1700000000.000001', notice('x'), 'key-1')).toEqual(gone)
      expect(slack.messages('ochtendblad').filter((it) => it.text === 'x')).toEqual([])
    },
  )

  test('a line that dropped in such a thread: what stands in the channel is taken back when it is looked for', async () => {
    const { slack, chat } = await prepared()
    slack.faults.add({ kind: 'drop', when: 'after', times: 1, method: 'chat.postMessage' })
    expect(await chat.post('ochtendblad', '1700000000.000001', notice('x'), 'key-1')).toMatchObject({
      status: 'unknown',
    })
    expect(slack.messages('ochtendblad').filter((it) => it.text === 'x')).toHaveLength(1)
    expect(await chat.find('ochtendblad', '1700000000.000001', 'key-1')).toEqual({ status: 'absent' })
    expect(slack.messages('ochtendblad').filter((it) => it.text === 'x')).toEqual([])
  })

  test('a refusal for another reason: Slack’s own word, in the log too, without what was written', async () => {
    const { slack, chat, logged } = await prepared()
    const root = await chat.open('ochtendblad', card(), 'key-1')
    slack.editWindowClosed = true
    expect(await chat.revise('ochtendblad', idOf(root), card(), 'key-2')).toEqual({
      status: 'rejected',
      reason: 'edit_window_closed',
    })
    expect(logged.join('')).toContain('edit_window_closed')
    expect(logged.join('')).not.toContain('Hebben jullie')
  })

  test('a channel that the station has not: refused, and asked for nowhere', async () => {
    const { chat, calls } = await prepared()
    expect(await chat.open('bestaat-niet', card(), 'key-1')).toEqual({ status: 'rejected', reason: 'no-channel' })
    expect(calls('chat.postMessage')).toEqual([])
  })

  test('put out of a public channel: it comes in again by itself', async () => {
    const { slack, chat } = await prepared()
    await slack.removesBot('ochtendblad')
    expect((await chat.open('ochtendblad', card(), 'key-1')).status).toBe('published')
  })

  test('an archived channel: refused, and a person is asked', async () => {
    const { slack, chat, clock, told, toldMore } = await prepared()
    await slack.archives('ochtendblad')
    expect(await chat.open('ochtendblad', card(), 'key-1')).toEqual({ status: 'rejected', reason: 'no-channel' })
    const listening = new AbortController()
    const keeping = chat.prepare.keep(listening.signal)
    const telling = toldMore()
    clock.advance(15_000)
    await telling
    expect(told).toEqual(['trouble slack-archived #ochtendblad'])
    listening.abort()
    await keeping
  })
})

describe('what must be mended about the app', () => {
  test('a revoked token stops everything, without loss, until it is good again', async () => {
    const { slack, chat, told, api } = await prepared()
    slack.tokens.state.bot = 'token_revoked'
    expect(await chat.open('ochtendblad', card(), 'key-1')).toEqual({
      status: 'later',
      after: 30_000,
      reason: 'auth',
      scope: 'rate',
    })
    expect(await chat.find('ochtendblad', null, 'key-1')).toEqual({ status: 'cannot tell' })
    expect(api.reachable).toBe(false)
    slack.tokens.state.bot = 'good'
    expect((await chat.open('ochtendblad', card(), 'key-1')).status).toBe('published')
    expect(told).toEqual(['trouble slack-token token_revoked', 'mended slack-token token_revoked'])
  })

  test('a scope that is missing keeps it back, and its name is told', async () => {
    const { slack, chat, told } = await prepared()
    slack.tokens.scopes.delete('chat:write')
    expect(await chat.open('ochtendblad', card(), 'key-1')).toEqual({
      status: 'later',
      after: 60_000,
      reason: 'missing-scope',
      scope: 'rate',
    })
    slack.tokens.scopes.add('chat:write')
    expect((await chat.open('ochtendblad', card(), 'key-1')).status).toBe('published')
    expect(told).toEqual([
      'trouble slack-scope chat:write chat.postMessage',
      'mended slack-scope chat:write chat.postMessage',
    ])
  })
})

describe('looking for a message', () => {
  test('goes through every page of a busy channel, newest first', async () => {
    const { slack, chat, calls } = await prepared()
    const first = await chat.open('nacht', card(), 'key-first')
    const channel = slack.workspace.channel('nacht')
    for (let n = 0; n < 2_100; n += 1)
      slack.workspace.place(channel, { type: 'message', ts: slack.workspace.stamps.next(), text: `n${n}` })
    expect(await chat.find('nacht', null, 'key-first')).toEqual({ status: 'found', id: idOf(first), url: null })
    expect(await chat.find('nacht', null, 'key-never')).toEqual({ status: 'absent' })
    expect(calls('conversations.history').map((it) => it.args.limit)).toEqual([
      '100',
      '400',
      '999',
      '999',
      '100',
      '400',
      '999',
      '999',
    ])
  })

  test('says that it cannot tell where Slack does not let it look to the end', async () => {
    const { slack, chat } = await prepared()
    const channel = slack.workspace.channel('nacht')
    for (let n = 0; n < 1_100; n += 1)
      slack.workspace.place(channel, { type: 'message', ts: slack.workspace.stamps.next(), text: `n${n}` })
    slack.faults.add({ kind: 'status', status: 500, when: 'before', times: 1, method: 'conversations.history' })
    expect(await chat.find('nacht', null, 'key-never')).toEqual({ status: 'cannot tell' })
    await slack.removesBot('nacht')
    expect(await chat.find('nacht', null, 'key-never')).toEqual({ status: 'cannot tell' })
  })

  test('stops a week back: what was just sent is not there', async () => {
    const { slack, chat, clock, calls } = await prepared()
    const channel = slack.workspace.channel('nacht')
    const fill = (n: number) => {
      for (let i = 0; i < n; i += 1)
        slack.workspace.place(channel, { type: 'message', ts: slack.workspace.stamps.next(), text: 'x' })
    }
    fill(3_000)
    clock.advance(8 * 24 * 3_600_000)
    fill(10)
    expect(await chat.find('nacht', null, 'key-never')).toEqual({ status: 'absent' })
    expect(calls('conversations.history')).toHaveLength(1)
  })
})
