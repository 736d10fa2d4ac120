import { onTestFinished } from 'vitest'
import { ManualClock } from '../clock.ts'
import { FakeSlack } from './fake.ts'
import type { SlackOptions } from './slack.ts'
import type { Message } from './types.ts'

/** A fake for one test, stopped when that ends; its clock stands still. */
export async function slackWith(options: SlackOptions = {}): Promise<FakeSlack & { clock: ManualClock }> {
  const slack = await FakeSlack.start({ clock: new ManualClock(), limits: false, ...options })
  onTestFinished(async () => {
    await slack.stop()
  })
  return slack as FakeSlack & { clock: ManualClock }
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
