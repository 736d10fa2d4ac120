import { join } from 'node:path'
import pino, { type Logger } from 'pino'
import { onTestFinished } from 'vitest'
import { type Running, startStation } from '../../src/start.ts'
import { ManualClock } from './clock.ts'
import { freshFolder } from './store.ts'

export interface ThreadMessage {
  id: string
  from: string
  text: string
  kind: string
  number?: string | null
  external?: string | null
  deleted?: boolean
  edited?: boolean
  about?: { conversation?: number; draft?: number; post?: number }
  buttons?: { action: string; value: string; label: string }[]
}
export interface Thread {
  id: string
  conversation: number | null
  network: string | null
  author: string
  state: string | null
  label: string | null
  channel: string
  messages: ThreadMessage[]
}
export interface Private {
  kind: string
  text: string
  about?: { code?: string; draft?: number }
  buttons?: { action: string; value: string; label: string }[]
}
export interface Post {
  id: string
  network: string
  text: string
  inReplyTo: string | null
}

export interface Options {
  /** The station's file; the one that ships where none is given. */
  station?: string
  /** Where the stand-ins run when they are not inside. */
  sandboxUrl?: string
  deskUrl?: string
  log?: Logger
  clock?: ManualClock
}

/** Monday of the first week, 08:00 in Amsterdam: Ochtendblad is on the air. */
export const MONDAY_MORNING = Date.UTC(2027, 0, 11, 7)

/**
 * The whole station, its two stand-ins inside, on a port of its own and a clock that the test moves. Everything is done
 * over the calls that a script would use.
 */
export class OnAir {
  readonly clock: ManualClock
  readonly folder: string
  readonly #options: Options
  #running: Running | null = null

  private constructor(clock: ManualClock, folder: string, options: Options) {
    this.clock = clock
    this.folder = folder
    this.#options = options
  }

  static async at(now = MONDAY_MORNING, folder = freshFolder(), options: Options = {}): Promise<OnAir> {
    const station = new OnAir(options.clock ?? new ManualClock(now), folder, options)
    await station.start()
    onTestFinished(() => station.stop())
    return station
  }

  async start(): Promise<void> {
    const { station = 'schedules/station.yaml', sandboxUrl = null, deskUrl = null } = this.#options
    const { log = pino({ level: 'silent' }) } = this.#options
    const config = {
      port: 0,
      host: '127.0.0.1',
      databaseUrl: `file:${join(this.folder, 'station.db')}`,
      station,
      logLevel: 'silent',
      logFormat: 'json',
      sandboxUrl,
      deskUrl,
      slack: null,
      deskToken: null,
      slackPrefix: '',
      x: null,
      facebook: null,
      youtube: null,
      proxy: null,
    } as const
    this.#running = await startStation({ config, clock: this.clock, log, version: 'test', onRestore: () => {} })
  }

  async stop(): Promise<void> {
    const running = this.#running
    this.#running = null
    await running?.stop()
  }

  /** Off the air and on again, as after a restart. */
  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  get address(): string {
    if (!this.#running) throw new Error('the station is off the air')
    return this.#running.address
  }

  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.address + path, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return (text === '' ? null : JSON.parse(text)) as T
  }

  /** A reader writes; answers with the network's id of the message. */
  async writes(author: string, text: string, more: object = {}): Promise<string> {
    const said = await this.call<{ id: string }>('POST', '/sandbox/messages', {
      network: 'x',
      author,
      text,
      kind: 'mention',
      ...more,
    })
    return said.id
  }

  /** A member types in a channel, or in a thread of it; answers with what that person privately gets back. */
  async types(as: string, where: { channel: string; id?: string }, text: string): Promise<Private[]> {
    return (await this.says(as, where, text)).private
  }

  says(
    as: string,
    where: { channel: string; id?: string },
    text: string,
  ): Promise<{ message: string; private: Private[] }> {
    return this.call('POST', '/desk/messages', {
      as,
      channel: where.channel,
      text,
      ...(where.id ? { thread: where.id } : {}),
    })
  }

  /** A member presses a button under a message. */
  async presses(
    as: string,
    message: string,
    button: { action: string; value: string },
    form: object = {},
  ): Promise<Private[]> {
    const { action, value } = button
    return (await this.call<{ private: Private[] }>('POST', '/desk/actions', { as, message, action, value, form }))
      .private
  }

  async threads(): Promise<Thread[]> {
    const channels = await this.call<{ name: string }[]>('GET', '/desk/channels')
    const all = await Promise.all(
      channels.map(async ({ name }) =>
        (await this.call<Thread[]>('GET', `/desk/channels/${name}/threads`)).map((it) => ({ ...it, channel: name })),
      ),
    )
    return all.flat()
  }

  /** The thread that shows a text, once it stands there. */
  threadWith(text: string): Promise<Thread> {
    return this.eventually(`a thread with "${text}"`, async () =>
      (await this.threads()).find((thread) => thread.messages.some((it) => it.text.includes(text))),
    )
  }

  /** The same thread, once it is as asked. */
  thread(id: string, probe: (thread: Thread) => boolean): Promise<Thread> {
    return this.eventually(`thread ${id} as asked`, async () =>
      (await this.threads()).find((it) => it.id === id && probe(it)),
    )
  }

  posts(network = 'x'): Promise<Post[]> {
    return this.call('GET', `/sandbox/posts?network=${network}`)
  }

  /** A post or reply of ours that the public can see, once it is out. */
  postWith(text: string, network = 'x'): Promise<Post> {
    return this.eventually(`"${text}" in public`, async () =>
      (await this.posts(network)).find((it) => it.text.includes(text)),
    )
  }

  /** Nothing is left to be delivered at this moment. */
  async settled(): Promise<void> {
    await this.eventually('nothing on its way', async () => {
      const health = await fetch(`${this.address}/healthz`)
      const { outbox, intake } = (await health.json()) as {
        outbox: { sending: number; oldest: number }
        intake: { open: number }
      }
      return outbox.sending === 0 && outbox.oldest === 0 && intake.open === 0 ? true : undefined
    })
  }

  /** The same while time goes by, `ms` at each look: for what needs several waits one after the other. */
  comes<T>(what: string, ms: number, probe: () => Promise<T | undefined>): Promise<T> {
    return this.eventually(what, async () => {
      const found = await probe()
      if (found === undefined) this.clock.advance(ms)
      return found
    })
  }

  /** Looks again each time the machine has had its turn, until it is so. */
  async eventually<T>(what: string, probe: () => Promise<T | undefined>): Promise<T> {
    for (let look = 0; look < 1_000; look++) {
      const found = await probe()
      if (found !== undefined) return found
      await new Promise((resolve) => setImmediate(resolve))
    }
    throw new Error(`it never came to: ${what}`)
  }
}
