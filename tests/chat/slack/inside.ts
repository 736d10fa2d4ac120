import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { Handlers, Premises, RawAnswer, RawRequest } from '../../../src/chat/chat.ts'
import { createApi } from '../../../src/chat/slack/api.ts'
import { createIncoming } from '../../../src/chat/slack/incoming.ts'
import { createOutgoing } from '../../../src/chat/slack/outgoing.ts'
import type { SlackOptions } from '../../../src/chat/slack/parts.ts'
import { createPeople } from '../../../src/chat/slack/people/people.ts'
import type { ChatEvent, Content, FormAnswer, FormAsked } from '../../../src/model/chat.ts'
import type { Clock } from '../../../src/model/clock.ts'
import { slackWith } from '../../support/slack/ask.ts'
import type { FakeSlack } from '../../support/slack/fake.ts'
import { premises } from './outside.ts'

export type Mode = 'socket' | 'http'

/** A form with one field, as a reply has it. */
export const FORM: FormAnswer = {
  form: {
    title: 'Antwoord',
    submit: 'Verstuur',
    fields: [{ name: 'text', label: 'Tekst', kind: 'lines', limit: { network: 'x', max: 280, suffix: '' } }],
  },
}
const told = (text: string, code?: string): Content => ({ kind: 'private', text, ...(code && { about: { code } }) })
export const refused = (text: string): Content[] => [told(text, 'refused')]
export const said = (text: string): Content[] => [told(text)]

/** The receiving half before a fake Slack, with a station that writes down what it hears. */
export async function inside(
  mode: Mode,
  {
    prefix = '',
    reactions = {},
    memory = new Map(),
    beforehand = async () => {},
    ...fake
  }: {
    prefix?: string
    reactions?: Record<string, string>
    clock?: Clock
    /** What the adapter remembers. */
    memory?: Map<string, string>
    /** What happens in Slack before the station listens. */
    beforehand?(slack: FakeSlack): Promise<unknown>
  } = {},
) {
  const slack = await slackWith({ mode, ...fake })
  const { clock } = slack
  const wanted: Premises = {
    ...premises,
    reactions,
    groups: [{ handle: 'redactie', roles: ['curator'], library: null, partner: null }],
  }
  for (const { name } of wanted.channels) await slack.channel(name, { botIn: true })
  const delft = await slack.person({ name: 'delft', realName: 'Curator Delft', channels: ['ochtendblad'] })
  await slack.group('redactie', ['delft'])

  const stored: ChatEvent[] = []
  const handled: ChatEvent[] = []
  const asked: FormAsked[] = []
  const troubles: string[] = []
  const logged: string[] = []
  const station = {
    /** Throws where nothing can be stored. */
    storing: async (_events: ChatEvent[]): Promise<void> => {},
    does: async (_event: ChatEvent): Promise<Content[]> => [],
    form: async (_asked: FormAsked): Promise<FormAnswer> => FORM,
    home: async (_by: string): Promise<Content[]> => [],
  }
  const seen = <T>(list: T[], it: T) => {
    list.push(it)
    slack.changed()
  }
  const tell = (code: string, facts: Record<string, string>, mended?: boolean) =>
    seen(troubles, `${mended ? 'mended' : 'trouble'} ${[code, ...Object.values(facts)].join(' ')}`)
  const handlers: Handlers = {
    async store(events) {
      await station.storing(events)
      for (const event of events) if (!stored.some((it) => it.id === event.id)) seen(stored, event)
    },
    async handle(event) {
      const answers = await station.does(event)
      seen(handled, event)
      return answers
    },
    form: (it) => {
      seen(asked, it)
      return station.form(it)
    },
    home: (by) => station.home(by),
    trouble: ({ code, facts = {} }, mended) => tell(code, facts, mended),
  }

  const options: SlackOptions = {
    botToken: slack.botToken,
    appToken: mode === 'socket' ? slack.appToken : null,
    signingSecret: mode === 'http' ? slack.signingSecret : null,
    prefix,
    fetch: slack.fetch,
    dispatcher: null,
    address: () => 'http://127.0.0.1:3000',
    clock,
    log: pino({ level: 'trace' }, { write: (line: string) => seen(logged, line) }),
    memory: {
      get: async (key) => memory.get(key) ?? null,
      set: async (key, value) => void memory.set(key, value),
    },
  }
  const api = createApi(options, tell)
  const people = createPeople({ options, api, premises: () => wanted, trouble: tell })
  const { prepare, directory, draw } = createOutgoing({
    options,
    api,
    mention: people.mention,
    premises: () => wanted,
    tell,
  })
  await prepare.prepare(wanted)
  const incoming = createIncoming({
    options,
    api,
    directory,
    people,
    draw,
    prepare,
    premises: () => wanted,
    trouble: tell,
  })
  if (incoming.webhook) slack.requestUrl = await atPort(incoming.webhook)
  await beforehand(slack)
  const stop = new AbortController()
  const listening = incoming.listen(handlers, stop.signal)
  onTestFinished(async () => {
    stop.abort()
    await listening
  })
  if (mode === 'socket') await slack.until(() => slack.sockets.open.size === 2)
  await slack.settled()
  return {
    ...{
      slack,
      clock,
      station,
      stored,
      handled,
      asked,
      troubles,
      logged,
      api,
      draw,
      people,
      delft,
      incoming,
      listening,
      stop,
    },
    /** Until the station has done so much. */
    done: (n: number) => slack.until(() => handled.length >= n && handled),
    /** A root of the station's, drawn as it draws. */
    async card(content: Content, channel = 'ochtendblad') {
      const id = slack.channelNamed(channel)?.id
      const reply = await api.call('chat.postMessage', { channel: id, ...draw(content) })
      if (reply.kind !== 'ok') throw new Error(`no card: ${JSON.stringify(reply)}`)
      await slack.settled()
      return String(reply.body.ts)
    },
  }
}

/** The station's port; answers with the address where it takes what Slack sends. */
async function atPort(webhook: (request: RawRequest) => Promise<RawAnswer>): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const headers = request.headers as Record<string, string | undefined>
    const answer = await webhook({ headers, body: Buffer.concat(chunks).toString() })
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`
}
