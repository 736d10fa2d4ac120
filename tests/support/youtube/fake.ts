import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../../../src/model/clock.ts'
import { systemClock } from '../../../src/system-clock.ts'
import { validatorOf } from '../openapi/validator.ts'
import type { Comment, Status } from './comment.ts'
import { Faults } from './faults.ts'
import { Journal } from './journal.ts'
import { OAuth } from './oauth.ts'
import { Quota } from './quota.ts'
import { serve } from './serve.ts'
import { World } from './world.ts'

export interface YouTubeOptions {
  port?: number
  clock?: Clock
  /** Units a day; null: no quota. */
  quota?: number | null
  /** Every how many answers one is held against the published description; 1 unless a run is long. */
  judged?: number
}

/** A YouTube with one channel and the OAuth of one client, as strict as Google, on a port of this machine. */
export class FakeYouTube {
  static async start({
    port = 0,
    clock = systemClock(),
    quota = 10_000,
    judged = 1,
  }: YouTubeOptions = {}): Promise<FakeYouTube> {
    const youtube = new FakeYouTube(clock, quota, judged)
    const server = createServer((request, response) => serve(youtube, request, response))
    youtube.#server = server
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', resolve)
    })
    youtube.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return youtube
  }

  url = ''
  readonly clock: Clock
  readonly world: World
  readonly oauth: OAuth
  readonly quota: Quota
  readonly faults = new Faults()
  readonly journal = new Journal()
  readonly spec = validatorOf('youtube-v3.openapi3.json')
  /** Faults of the fake itself. */
  readonly broken: unknown[] = []
  /** Threads of which it gives nobody the replies. */
  readonly forbids = new Set<string>()
  embedded = 2
  /** So long, in ms, what is written is not found in lists of replies. */
  visibleAfter = 0
  #server: Server | null = null
  readonly #judged: number
  #answers = 0

  private constructor(clock: Clock, quota: number | null, judged: number) {
    this.#judged = judged
    this.clock = clock
    this.world = new World(clock)
    this.oauth = new OAuth(clock)
    this.quota = new Quota(clock, quota)
  }

  /** The hosts that it stands in for, for a proxy of the tests. */
  get routes(): Record<string, string> {
    return Object.fromEntries(HOSTS.map((host) => [host, this.url]))
  }

  /** Whether it is this answer's turn to be judged. */
  isJudged = (): boolean => this.#answers++ % this.#judged === 0

  visible = (at: number): boolean => at + this.visibleAfter <= this.clock.now()

  comments(name: string, text: string, video?: string | null, status?: Status): Comment {
    return this.world.comment(name, text, video, status)
  }
  replies(name: string, parent: string, text: string, status?: Status): Comment {
    return this.world.reply(name, parent, text, status)
  }
  edits(id: string, text: string): void {
    this.world.edit(id, text)
  }
  deletes(id: string): void {
    this.world.remove(id)
  }
  holds(id: string): void {
    this.world.known(id).status = 'heldForReview'
  }
  disablesComments(video: string, disabled = true): void {
    this.world.videos.set(video, { title: video, comments: !disabled })
  }

  /** Ends it. Rejects where a request or an answer broke the published description, or the fake itself broke. */
  async stop(): Promise<void> {
    this.#server?.closeAllConnections()
    await new Promise((resolve) => this.#server?.close(resolve) ?? resolve(null))
    const faults = [
      ...this.journal.violations.map((fault) => `YouTube's description: ${fault}`),
      ...this.broken.map(String),
    ]
    if (faults.length > 0) throw new Error([...new Set(faults)].join('\n'))
  }
}

export const HOSTS = ['youtube.googleapis.com', 'www.googleapis.com', 'oauth2.googleapis.com'] as const
