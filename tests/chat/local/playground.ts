import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { onTestFinished } from 'vitest'
import type { Premises } from '../../../src/chat/chat.ts'
import { localChat } from '../../../src/chat/local/adapter.ts'
import { createDesk } from '../../../src/chat/local/desk.ts'
import type { ChatEvent, Content } from '../../../src/model/chat.ts'
import { ManualClock } from '../../support/clock.ts'

export const PREMISES: Premises = {
  channels: [
    { name: 'ochtendblad', topic: 'eerste zinnen', order: null },
    { name: 'regie', topic: 'wat de regie moet weten', order: null },
  ],
  people: [
    {
      id: 'curator-deventer',
      name: 'Curator Deventer',
      initials: 'CD',
      roles: ['curator'],
      language: 'nl',
      slack: null,
    },
    { id: 'curator-delft', name: 'Curator Delft', initials: 'CF', roles: ['curator'], language: 'nl', slack: null },
    { id: 'researcher', name: 'Researcher', initials: 'RE', roles: ['researcher'], language: 'en', slack: null },
  ],
  groups: [],
  reactions: {},
  alarms: 'regie',
  language: 'nl',
  zone: 'Europe/Amsterdam',
  networks: [
    { name: 'X', live: false },
    { name: 'Facebook', live: false },
  ],
  commands: [
    { name: 'reply', usage: '/reply 12 Tekst', summary: 'Antwoorden' },
    { name: 'inbox', usage: '/inbox', summary: 'Wat wacht' },
  ],
}

const silent = pino({ level: 'silent' })

interface Answer {
  event: string
  message: string
  id: string
  error: string
  private: (Content & { id: string })[]
}

/** A desk on a file of its own with the station's premises, and the station's side of it. */
export async function playground(options: { token?: string } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  const clock = new ManualClock()
  const open = () => createDesk({ file: join(folder, 'desk.db'), clock, log: silent, ...options })
  let desk = open()
  const aborts: AbortController[] = []
  onTestFinished(async () => {
    for (const abort of aborts) abort.abort()
    desk.close()
    rmSync(folder, { recursive: true })
  })
  const request = async (
    method: string,
    path: string,
    body?: object | string | Uint8Array,
    headers: Record<string, string> = {},
  ) =>
    desk.app.request(path, {
      method,
      headers,
      ...(body !== undefined && {
        body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      }),
    })
  const json = async <T = Answer>(method: string, path: string, body?: object) => {
    const response = await request(method, path, body)
    return { status: response.status, body: (await response.json()) as T }
  }
  const lost = { path: '' }
  const line = async (path: string, init?: RequestInit) => {
    if (lost.path === '' || !path.startsWith(lost.path)) return desk.app.request(path, init)
    lost.path = ''
    throw new TypeError('the line is cut')
  }
  const chat = localChat(line, clock, silent)
  await chat.prepare(PREMISES)

  return {
    clock,
    request,
    json,
    chat,
    /** Closes the desk and opens it again on the same file, as a restart does. */
    reopen() {
      desk.close()
      desk = open()
    },
    /** The same on a new file: somebody threw the old one away. */
    renew() {
      desk.close()
      for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `desk.db${end}`), { force: true })
      desk = open()
    },
    /** Resolves once the station has put its premises. */
    async furnished(): Promise<void> {
      while ((await json<object[]>('GET', '/desk/channels')).body.length === 0)
        await new Promise((resolve) => setImmediate(resolve))
    },
    /** A station that answers every event; answers with what it stored. */
    listen(handle: (event: ChatEvent) => Promise<Content[]> | Content[]) {
      const abort = new AbortController()
      aborts.push(abort)
      const stored: ChatEvent[] = []
      const done = chat.listen(
        {
          store: async (events) => {
            stored.push(...events)
          },
          handle: async (event) => handle(event),
          form: async () => ({ told: [] }),
          home: async () => [],
          trouble: () => {},
        },
        abort.signal,
      )
      return {
        stored,
        async stop() {
          abort.abort()
          await done
        },
      }
    },
    /** A conversation with its card, as the station opens it; answers with the thread's id. */
    async open(text: string, more: Partial<Content> = {}, channel = 'ochtendblad'): Promise<string> {
      const outcome = await chat.open(channel, card(text, more), `key-${text.slice(0, 20)}`)
      if (outcome.status !== 'published') throw new Error(JSON.stringify(outcome))
      return outcome.id
    },
    fault: (kind: string, more: object = {}) => request('POST', '/desk/faults', { kind, times: 1, ...more }),
    say: (text: string, more: object = {}) =>
      json('POST', '/desk/messages', { as: 'curator-deventer', channel: 'ochtendblad', text, ...more }),
    /** Cuts the line at the station's next call of this path, before it arrives. */
    lose(path: string) {
      lost.path = path
    },
    events: async () => (await json<{ events: ChatEvent[] }>('GET', '/desk/station/events')).body.events,
    /** The events that are given out once there are so many. */
    async eventsOnce(many: number, after = ''): Promise<ChatEvent[]> {
      for (;;) {
        const { events } = (await json<{ events: ChatEvent[] }>('GET', `/desk/station/events?after=${after}`)).body
        if (events.length >= many) return events
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    threads: async (query = '') => (await json<Thread[]>('GET', `/desk/channels/ochtendblad/threads${query}`)).body,
  }
}

export interface Thread {
  id: string
  conversation: number
  network: string
  author: string
  state: string
  messages: { id: string; from: string; text: string; at: number; kind: string; number?: string; external?: string }[]
}

export const card = (text: string, more: Partial<Content> = {}): Content => ({
  kind: 'card',
  text: '#12 · @lezer1 · X',
  quote: {
    author: 'lezer1',
    text,
    at: Date.UTC(2027, 0, 11, 6, 4),
    url: null,
    edited: false,
    deleted: false,
    attachments: [],
  },
  state: { label: 'wacht op antwoord', tone: 'waiting' },
  buttons: [{ action: 'claim', value: '12', label: 'Oppakken' }],
  about: { conversation: 12, network: 'x', author: 'lezer1', message: '12.1', external: 'x-1' },
  ...more,
})

export const note = (text: string): Content => ({ kind: 'private', text })
