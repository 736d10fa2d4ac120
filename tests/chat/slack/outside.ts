import { pino } from 'pino'
import { expect, onTestFinished } from 'vitest'
import type { Premises } from '../../../src/chat/chat.ts'
import { createApi } from '../../../src/chat/slack/api.ts'
import { createOutgoing } from '../../../src/chat/slack/outgoing.ts'
import { ManualClock } from '../../support/clock.ts'
import { FakeSlack } from '../../support/slack/fake.ts'

export const premises: Premises = {
  channels: [
    { name: 'ochtendblad', topic: 'Ochtendblad: kranten & koffie', order: 'Ma–vr 07:00–09:00' },
    { name: 'nacht', topic: 'Buiten zendtijd', order: null },
    { name: 'alarm', topic: 'Wat stuk is', order: null },
  ],
  people: [],
  groups: [],
  reactions: {},
  alarms: 'alarm',
  language: 'nl',
  zone: 'Europe/Amsterdam',
  networks: [{ name: 'X', live: false }],
  commands: [],
}

/** The outgoing half in front of a fake Slack, with what it told and what it remembers. */
export async function outside({ limits = false, memory = new Map<string, string>() } = {}) {
  const clock = new ManualClock()
  const slack = await FakeSlack.start({ clock, limits })
  onTestFinished(async () => {
    await slack.stop()
    // What Slack's published description does not know, and faults of the fake itself.
    expect({ violations: slack.violations, broken: slack.broken }).toEqual({ violations: [], broken: [] })
  })
  const told: string[] = []
  const logged: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) })
  let heard = () => {}
  const tell = (code: string, facts: Record<string, string>, mended?: boolean) => {
    told.push(`${mended ? 'mended' : 'trouble'} ${[code, ...Object.values(facts)].join(' ')}`)
    heard()
  }
  let line: typeof fetch = slack.fetch
  const options = {
    botToken: slack.botToken,
    fetch: ((url, init) => line(url, init)) as typeof fetch,
    address: () => 'http://127.0.0.1:3000',
    clock,
    log,
    memory: {
      get: async (key: string) => memory.get(key) ?? null,
      set: async (key: string, value: string) => void memory.set(key, value),
    },
  }
  const api = createApi(options, tell)
  const chat = createOutgoing({
    options,
    api,
    mention: (id) => ({ type: 'text', text: `@${id}` }),
    premises: () => premises,
    tell,
  })
  return {
    slack,
    clock,
    api,
    chat,
    told,
    logged,
    memory,
    /** Until something more is told. */
    toldMore: () =>
      new Promise<void>((resolve) => {
        heard = resolve
      }),
    calls: (method: string) => slack.requests.filter((it) => it.method === method),
    /** Nobody answers where Slack should be, until the line is back. */
    cut: () => {
      line = () =>
        Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }))
    },
    back: () => {
      line = slack.fetch
    },
  }
}
