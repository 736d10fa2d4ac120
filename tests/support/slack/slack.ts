import { randomBytes } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import type { Clock } from '../../../src/model/clock.ts'
import { systemClock } from '../../../src/system-clock.ts'
import { type Delivery, RETRIES, type Send } from './delivery/deliver.ts'
import { Events } from './delivery/events.ts'
import { overHttp } from './delivery/http.ts'
import { Sockets } from './delivery/sockets.ts'
import { Faults } from './faults.ts'
import { Journal } from './journal.ts'
import { keep } from './kept.ts'
import { Limits } from './limits.ts'
import { type AppManifest, DEFAULT_MANIFEST } from './manifest.ts'
import { faultsOf } from './manifest-faults.ts'
import { ResponseUrls } from './response-urls.ts'
import { fetchFor } from './route.ts'
import { SCOPE_OF_EVENT } from './scopes-of-events.ts'
import { Tokens } from './tokens.ts'
import { Triggers } from './triggers.ts'
import type { AckTime, Args, Ephemeral, ErrorSeen, Link, Ping, Seen } from './types.ts'
import { Views } from './views.ts'
import { Waiting } from './waiting.ts'
import { Workspace } from './workspace.ts'

export interface SlackOptions {
  port?: number
  clock?: Clock
  /** Slack's rate limits; on unless it says otherwise. */
  limits?: boolean
  mode?: 'socket' | 'http'
  /** Where events, interactions and commands go in HTTP mode. */
  requestUrl?: string
  signingSecret?: string
  /** Which addresses the app is given: this machine's, or Slack's own, for runs behind a proxy or in fakenet. */
  publicSocket?: 'loopback' | 'wss'
  /** What Slack itself writes in channels when people come and go; left out unless it says so. */
  noise?: boolean
  botToken?: string
  appToken?: string
}

const EVENTS: Delivery = { type: 'events_api', id: '', about: '', payload: {} }

/** One workspace with one app: what it holds, what was seen of the app, and how its parts reach one another. */
export class Slack {
  readonly options: SlackOptions
  readonly clock: Clock
  readonly workspace: Workspace
  readonly journal: Journal
  readonly tokens: Tokens
  readonly limits: Limits
  readonly faults = new Faults()
  readonly triggers: Triggers
  readonly views = new Views()
  readonly responseUrls = new ResponseUrls()
  readonly events: Events
  readonly sockets: Sockets
  readonly signingSecret: string
  readonly fetch: typeof fetch = fetchFor(this)
  mode: 'socket' | 'http'
  requestUrl: string | null
  manifest: AppManifest = DEFAULT_MANIFEST
  installed = false
  /** Delays before an event that was not taken is sent again, ms. */
  retries: readonly number[] = RETRIES
  editWindowClosed = false
  /** What comes of a reply whose root is gone: see `threadOf`. */
  missingThread: 'top-level' | 'thread_not_found' = 'top-level'

  readonly requests: Seen[] = []
  readonly pings: Ping[] = []
  readonly links: Link[] = []
  /** What broke the published description, a sentence each. */
  readonly violations: string[] = []
  readonly errorsSeen: ErrorSeen[] = []
  readonly ackTimes: AckTime[] = []
  /** What was shown to one person alone, oldest first. */
  readonly privately: Ephemeral[] = []
  /** Events that the app never took. */
  readonly lost: Delivery[] = []
  /** Faults of the fake itself; a test that ends with one has proved nothing. */
  readonly broken: unknown[] = []

  protected atPort = 0
  protected readonly ending = new AbortController()
  protected readonly http: ReturnType<typeof overHttp>
  readonly #waiting = new Waiting()

  protected constructor(options: SlackOptions) {
    // Each event that waits to be sent again listens for the end.
    setMaxListeners(0, this.ending.signal)
    this.options = options
    this.clock = options.clock ?? systemClock()
    this.mode = options.mode ?? 'socket'
    this.requestUrl = options.requestUrl ?? null
    this.signingSecret = options.signingSecret ?? randomBytes(16).toString('hex')
    this.journal = new Journal()
    this.workspace = new Workspace(this.clock, this.journal)
    this.tokens = new Tokens(DEFAULT_MANIFEST.oauth_config?.scopes?.bot ?? [], options)
    this.limits = new Limits(this.clock, options.limits ?? true)
    this.triggers = new Triggers(this.clock)
    this.events = new Events(this)
    this.sockets = new Sockets(this)
    this.http = overHttp(this)
  }

  get port(): number {
    return this.atPort
  }
  get url(): string {
    return `http://127.0.0.1:${this.atPort}`
  }
  get botToken(): string {
    return this.tokens.bot
  }
  get appToken(): string {
    return this.tokens.app
  }
  get stopping(): AbortSignal {
    return this.ending.signal
  }

  /** Installs the app as its manifest says: scopes, events, commands, shortcuts, Home. Throws what Slack's page would say. */
  install(manifest: AppManifest): void {
    const faults = faultsOf(manifest)
    if (faults.length > 0) throw new Error(`Slack refuses this manifest: ${faults.join('; ')}`)
    this.manifest = manifest
    this.installed = true
    this.tokens.scopes = new Set(manifest.oauth_config?.scopes?.bot ?? [])
    const bot = this.workspace.person(this.workspace.botUser)
    bot.displayName = manifest.features?.bot_user?.display_name ?? bot.displayName
    bot.realName = manifest.display_information?.name ?? bot.realName
  }

  /**
   * Whether the app hears of an event now: subscribed, with its scope, its token alive. What happened before it was ever
   * there (no socket yet, no address yet) Slack would have given up on.
   */
  hears(event: string): boolean {
    const there = this.mode === 'socket' ? this.sockets.everOpened : this.requestUrlFor(EVENTS) !== undefined
    if (!there) return false
    if (!this.manifest.settings?.event_subscriptions?.bot_events?.includes(event)) return false
    const scope = SCOPE_OF_EVENT[event]
    return (!scope || this.tokens.scopes.has(scope)) && this.tokens.state.bot === 'good'
  }

  readonly send: Send = (delivery, retry) => (this.mode === 'socket' ? this.sockets : this.http).send(delivery, retry)

  /** Where a delivery goes over HTTP: one address for all, or those of the manifest. */
  requestUrlFor({ type, payload }: Delivery): string | undefined {
    if (this.requestUrl) return this.requestUrl
    if (type === 'events_api') return this.manifest.settings?.event_subscriptions?.request_url
    if (type === 'interactive') return this.manifest.settings?.interactivity?.request_url
    return this.manifest.features?.slash_commands?.find((one) => one.command === payload.command)?.url
  }

  /** Checks a request against the published description, where that is there. */
  spec: ((method: string, args: Args) => string[]) | null = null

  /** Waits until `probe` answers with something; it is asked again after each request and event that was served. */
  until<T>(probe: () => T | undefined | null | false): Promise<T> {
    return this.#waiting.until(probe)
  }

  /** Until every event was taken or given up. */
  async settled(): Promise<void> {
    while (this.events.under.size > 0) await Promise.all(this.events.under)
  }

  changed(): void {
    this.#waiting.lookAgain()
  }

  saw(seen: Omit<Seen, 'at'>): void {
    keep(this.requests, { at: this.clock.now(), ...seen })
  }

  acked(ack: AckTime): void {
    keep(this.ackTimes, ack)
  }
}
