import { onTestFinished } from 'vitest'
import { ManualClock } from '../clock.ts'
import { FakeSlack } from './fake.ts'
import type { SlackOptions } from './slack.ts'
import type { Message } from './types.ts'

/** A clock that stands still and tells when somebody begins to wait for it. */
class WatchedClock extends ManualClock {
  readonly #under = new Map<number, number>()
  readonly #told = new Set<() => void>()

  override async wait(ms: number, signal?: AbortSignal): Promise<void> {
    this.#under.set(ms, (this.#under.get(ms) ?? 0) + 1)
    for (const tell of this.#told) tell()
    await super.wait(ms, signal)
    this.#under.set(ms, (this.#under.get(ms) ?? 0) - 1)
  }

  /** Resolves once somebody waits for just so long. */
  waitedFor(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if ((this.#under.get(ms) ?? 0) === 0) return
        this.#told.delete(look)
        resolve()
      }
      this.#told.add(look)
      look()
    })
  }
}

/** A fake for one test, stopped when that ends; its clock stands still. */
export async function slackWith(options: SlackOptions = {}): Promise<FakeSlack & { clock: WatchedClock }> {
  const slack = await FakeSlack.start({ clock: new WatchedClock(), limits: false, ...options })
  onTestFinished(async () => {
    // Bare calls break the description on purpose; what clients send is held against it when their fake stops.
    slack.violations.length = 0
    await slack.stop()
  })
  return slack as FakeSlack & { clock: WatchedClock }
}

/** What a call is answered with; the fields that tests look at. */
export interface Answered {
  ok: boolean
  error?: string
  ts: string
  channel: string & { id: string; name: string; topic: { value: string } }
  message: Message
  messages: Message[]
  has_more: boolean
  response_metadata: { next_cursor: string; messages: string[] }
  view: { id: string; hash: string }
  [key: string]: unknown
}

/** One bare call, as a client would make it without a library. */
export async function ask(
  slack: FakeSlack,
  method: string,
  args: Record<string, unknown> = {},
  token = slack.botToken,
): Promise<Answered> {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(args)) {
    form.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  const headers = token ? { authorization: `Bearer ${token}` } : {}
  const response = await slack.fetch(`https://slack.com/api/${method}`, { method: 'POST', headers, body: form })
  return (await response.json()) as Answered
}

/** A channel with the bot in it, by name; answers with its id. */
export const desk = (slack: FakeSlack): Promise<string> => slack.channel('desk', { botIn: true })
