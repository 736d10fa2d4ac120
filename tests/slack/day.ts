import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Clock } from '../../src/model/clock.ts'
import { systemClock } from '../../src/system-clock.ts'
import { manifestOf } from '../../src/tools/slack-manifest/manifest.ts'
import { type Program, startProgram } from '../browser/program.ts'
import { FakeSlack } from '../support/slack/fake.ts'
import { wordsIn } from '../support/slack/look.ts'
import type { AppManifest } from '../support/slack/manifest.ts'
import type { Ephemeral, Message } from '../support/slack/types.ts'

/** Which of the two ways Slack and the station speak to one another. */
export type Mode = 'socket' | 'http'
const PORT = 3_000
const SECRET = '0123456789abcdef0123456789abcdef'

/** The program in its Slack, at Slack's own addresses, on a day of which the test chooses the hour. */
export class Day {
  readonly slack: FakeSlack
  readonly #mode: Mode
  readonly #clock: { offset: number }
  readonly #folder = mkdtempSync(join(tmpdir(), 'schatkamer-slack-'))
  readonly #log: string[] = []
  #program: Program | null = null

  private constructor(slack: FakeSlack, mode: Mode, clock: { offset: number }) {
    this.slack = slack
    this.#mode = mode
    this.#clock = clock
  }

  static async prepare(mode: Mode): Promise<Day> {
    const own = { offset: 0 }
    const real = systemClock()
    const clock: Clock = { ...real, now: () => Date.now() + own.offset, steady: real.steady, wait: real.wait }
    const slack = await FakeSlack.start({
      port: 4403,
      clock,
      mode,
      publicSocket: 'wss',
      signingSecret: SECRET,
      requestUrl: `http://127.0.0.1:${PORT}/slack/events`,
    })
    slack.install(
      manifestOf({
        name: 'Schatkamer',
        language: 'nl',
        prefix: '',
        http: mode === 'http' ? 'https://station.example.nl' : null,
      }) as unknown as AppManifest,
    )
    return new Day(slack, mode, own)
  }

  /** Starts the program within the minute and a half before `moment`, UTC ms. */
  async begins(moment: number): Promise<void> {
    await this.stops()
    this.#program = await startProgram(moment, {
      folder: this.#folder,
      env: {
        PORT: String(PORT),
        SLACK_BOT_TOKEN: this.slack.botToken,
        ...(this.#mode === 'socket' ? { SLACK_APP_TOKEN: this.slack.appToken } : { SLACK_SIGNING_SECRET: SECRET }),
        ...(process.env.NODE_EXTRA_CA_CERTS ? { NODE_EXTRA_CA_CERTS: process.env.NODE_EXTRA_CA_CERTS } : {}),
      },
      onLog: (line) => this.#log.push(line),
      onOffset: (offset) => {
        this.#clock.offset = offset
      },
    })
  }

  async stops(): Promise<void> {
    await this.#program?.stop()
    this.#program = null
  }

  /** Everything that stands in Slack, and what people alone were shown, for whoever looks why a test failed. */
  written(): string {
    const { slack } = this
    const channels = [...slack.workspace.channels.values()].flatMap(({ name, roots, threads }) => [
      `#${name}`,
      ...roots.flatMap((root) => [`- ${reads(root)}`, ...(threads.get(root.ts) ?? []).map((it) => `    ${reads(it)}`)]),
    ])
    const alone = slack.privately.map((it) => `(${slack.workspace.person(it.to).name}) ${reads(it)}`)
    const calls = slack.requests.slice(-12).map((it) => JSON.stringify({ ...it, args: Object.keys(it.args) }))
    const events = [
      ...slack.ackTimes.slice(-8),
      { under: slack.events.under.size, lost: slack.lost.length, sockets: slack.sockets.open.size },
    ]
    return `${[...this.#log, ...calls, ...events.map((it) => JSON.stringify(it)), ...channels, ...alone, ...slack.errorsSeen.map((it) => JSON.stringify(it))].join('\n')}\n`
  }

  async ends(): Promise<void> {
    await this.stops()
    await this.slack.stop()
  }

  async call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`http://127.0.0.1:${PORT}${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    expect(response.ok, `${method} ${path}: ${response.status}`).toBe(true)
    return (await response.json()) as T
  }

  /** A reader writes on a network; answers with the message's id there. */
  async writes(author: string, text: string, more: object = {}): Promise<string> {
    const said = { network: 'x', kind: 'mention', author, text, ...more }
    return (await this.call<{ id: string }>('POST', '/sandbox/messages', said)).id
  }

  posts = (network = 'x') =>
    this.call<{ id: string; text: string; inReplyTo: string | null }[]>('GET', `/sandbox/posts?network=${network}`)

  /** The public text with these words, once it is out. */
  async public(words: string, network = 'x') {
    for (const until = Date.now() + 90_000; Date.now() < until; await sleep(200)) {
      const found = (await this.posts(network)).find((it) => it.text.includes(words))
      if (found) return found
    }
    throw new Error(`"${words}" did not become public on ${network}`)
  }

  /** The root of the thread in a channel that shows these words. */
  root = (channel: string, words: string): Promise<Message> =>
    this.slack.until(() => this.slack.channelNamed(channel)?.roots.find((it) => reads(it).includes(words)))

  /** What stands in a thread with these words. */
  inThread = (channel: string, root: Message, words: string | RegExp): Promise<Message> =>
    this.slack.until(() =>
      this.slack
        .thread(channel, root.ts)
        .find((it) => (typeof words === 'string' ? reads(it).includes(words) : words.test(reads(it)))),
    )

  /** What one person alone is shown with these words, the newest. */
  told = (who: string, words: string | RegExp): Promise<Ephemeral> =>
    this.slack.until(() =>
      this.slack
        .ephemerals(who)
        .findLast((it) => (typeof words === 'string' ? reads(it).includes(words) : words.test(reads(it)))),
    )
}

/** Everything that one reads in a message. */
export const reads = (message: Message): string => wordsIn(message.blocks) || message.text
