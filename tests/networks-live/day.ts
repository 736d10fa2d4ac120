import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { NETWORKS } from '../../src/model/network.ts'
import { FakeFacebook } from '../support/facebook/fake.ts'
import { FakeX } from '../support/x/fake.ts'
import { FakeYouTube } from '../support/youtube/fake.ts'
import { Child } from '../torture/child.ts'
import { writeStation } from '../torture/station-files.ts'
import { PORT } from './ports.ts'

const STATION = `http://127.0.0.1:${PORT.station}`
const DESK_TOKEN = 'a-word-of-the-tests'
export const VERIFY_TOKEN = 'a-word-for-webhooks'
export const WEBHOOK = `${STATION}/facebook/webhook`
const PATIENCE = 40_000

/** A line in a thread at the desk. */
export interface Line {
  kind: string
  text: string
  number?: string | null
  external?: string | null
  deleted?: boolean
}
interface Thread {
  id: string
  messages: Line[]
}
export interface Card {
  channel: string
  thread: string
  line: Line
}

/** The whole program at the networks' own addresses, with the team at its desk. */
export class Day {
  readonly x: FakeX
  readonly facebook: FakeFacebook
  readonly youtube: FakeYouTube
  readonly #folder: string
  readonly #station: Child

  private constructor(x: FakeX, facebook: FakeFacebook, youtube: FakeYouTube, folder: string, file: string) {
    this.x = x
    this.facebook = facebook
    this.youtube = youtube
    this.#folder = folder
    const { appId, appSecret, pageId, pageToken } = facebook.settings
    this.#station = new Child({
      args: ['--enable-source-maps', 'dist/main.js'],
      env: {
        PORT: String(PORT.station),
        DATABASE_URL: `file:${join(folder, 'station.db')}`,
        STATION: file,
        LOG_LEVEL: 'info',
        DESK_TOKEN,
        X_API_KEY: x.credentials.appKey,
        X_API_SECRET: x.credentials.appSecret,
        X_ACCESS_TOKEN: x.credentials.accessToken,
        X_ACCESS_SECRET: x.credentials.accessSecret,
        FACEBOOK_APP_ID: appId,
        FACEBOOK_APP_SECRET: appSecret,
        FACEBOOK_PAGE_ID: pageId,
        FACEBOOK_PAGE_TOKEN: pageToken,
        FACEBOOK_VERIFY_TOKEN: VERIFY_TOKEN,
        YOUTUBE_CLIENT_ID: youtube.oauth.clientId,
        YOUTUBE_CLIENT_SECRET: youtube.oauth.clientSecret,
        YOUTUBE_REFRESH_TOKEN: youtube.oauth.refreshToken,
      },
      ready: `${STATION}/favicon.ico`,
      log: join(folder, 'station.log'),
    })
  }

  /** The fakes listen; the station is not started. */
  static async prepare(): Promise<Day> {
    const folder = mkdtempSync(join(tmpdir(), 'schatkamer-networks-'))
    const { file } = writeStation(join(folder, 'schedules'), {
      hold: 1,
      minutes: 0,
      now: Date.now(),
      real: NETWORKS,
    })
    const x = await FakeX.start({ port: PORT.x })
    const facebook = await FakeFacebook.start({ port: PORT.facebook })
    facebook.webhooks.to(WEBHOOK)
    // Facebook's own pauses, shortened.
    facebook.webhooks.retries = [500, 500, 1_000, 1_000, 2_000, 4_000, 8_000]
    const youtube = await FakeYouTube.start({ port: PORT.youtube })
    return new Day(x, facebook, youtube, folder, file)
  }

  begins = (): Promise<void> => this.#station.start()

  /** Ends all; rejects where one of the networks saw what its description does not know. */
  async ends(): Promise<void> {
    await this.#station.kill('SIGTERM')
    const ended = await Promise.allSettled([this.x.stop(), this.facebook.stop(), this.youtube.stop()])
    rmSync(this.#folder, { recursive: true, force: true })
    const reasons = ended.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))
    if (reasons.length > 0) throw new Error(reasons.join('\n'))
  }

  /** What the station wrote in its log, to look for a secret in. */
  log = (): string => readFileSync(join(this.#folder, 'station.log'), 'utf8')

  /** Its log and all that stands at the desk, for whoever looks why a test failed. */
  written = async (): Promise<string> =>
    `${this.log()}${(await this.lines()).map(({ channel, line }) => `#${channel} ${line.kind}: ${line.text}`).join('\n')}\n`

  async desk<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const response = await fetch(`${STATION}/desk${path}`, {
      method,
      headers: { authorization: `Bearer ${DESK_TOKEN}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} /desk${path}: ${response.status} ${text}`)
    return JSON.parse(text) as T
  }

  /** Every line at the desk at this moment. */
  async lines(): Promise<Card[]> {
    const channels = await this.desk<{ name: string }[]>('GET', '/channels')
    const read = channels.map(async ({ name }) => {
      const threads = await this.desk<Thread[]>('GET', `/channels/${encodeURIComponent(name)}/threads`)
      return threads.flatMap(({ id, messages }) => messages.map((line) => ({ channel: name, thread: id, line })))
    })
    return (await Promise.all(read)).flat()
  }

  /** What the public said with these words, each time that it stands at the desk. */
  said = async (words: string): Promise<Card[]> =>
    (await this.lines()).filter(({ line }) => line.kind === 'message' && line.text.includes(words))

  /** Our answers of which the desk says that they are out. */
  ticks = async (): Promise<Card[]> =>
    (await this.lines()).filter(({ line }) => line.kind === 'reply' && line.text.startsWith('✓'))

  /** The one line for which this holds, once it is there. */
  async seen(what: string, fits: (card: Card) => boolean): Promise<Card> {
    return this.until(what, async () => (await this.lines()).find(fits))
  }

  /** What the public said with these words, once it stands at the desk. */
  card = (words: string): Promise<Card> =>
    this.seen(`“${words}” at the desk`, ({ line }) => line.kind === 'message' && line.text.includes(words))

  /** A curator answers a message from the desk. */
  async answers(by: string, { channel, line }: Card, text: string): Promise<void> {
    await this.desk('POST', '/messages', { as: by, channel, text: `/reply ${line.number} ${text}` })
  }

  async until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
    for (const until = Date.now() + PATIENCE; Date.now() < until; await sleep(100)) {
      const found = await look()
      if (found !== undefined) return found
    }
    throw new Error(`${what}: it did not come`)
  }
}
