import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { fetch as undiciFetch } from 'undici'
import type { Clock } from '../../../src/model/clock.ts'
import { systemClock } from '../../../src/system-clock.ts'
import { type Delivery, RETRIES, type Send } from './delivery/deliver.ts'
import { Events } from './delivery/events.ts'
import { overHttp } from './delivery/http.ts'
import { Sockets } from './delivery/sockets.ts'
import { Faults } from './faults.ts'
import { Limits } from './limits.ts'
import { inBlocks, inMrkdwn, inNames } from './look.ts'
import { type AppManifest, DEFAULT_MANIFEST, faultsOf, SCOPE_OF_EVENT } from './manifest.ts'
import * as commands from './people/commands.ts'
import * as crowd from './people/crowd.ts'
import * as forms from './people/forms.ts'
import * as messages from './people/messages.ts'
import { presses, pressesEphemeral, pressesInView } from './people/presses.ts'
import { reacted, unreacted } from './people/reactions.ts'
import { ResponseUrls } from './response-urls.ts'
import { listen } from './server.ts'
import { Tokens } from './tokens.ts'
import { Triggers } from './triggers.ts'
import type { AckTime, Args, Channel, Ephemeral, Link, Message, Ping, Seen, View } from './types.ts'
import { Views } from './views.ts'
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
  botToken?: string
  appToken?: string
}

/** How much of what was seen is kept. */
const KEPT = 100_000

/** A Slack of one workspace with one app, as strict as Slack, on a port of this machine. */
export class FakeSlack {
  static async start(options: SlackOptions = {}): Promise<FakeSlack> {
    const slack = new FakeSlack(options)
    const { server, port } = await listen(slack, options.port ?? 0)
    slack.#server = server
    slack.#port = port
    return slack
  }

  readonly options: SlackOptions
  readonly clock: Clock
  readonly workspace: Workspace
  readonly tokens: Tokens
  readonly limits: Limits
  readonly faults = new Faults()
  readonly triggers: Triggers
  readonly views = new Views()
  readonly responseUrls = new ResponseUrls()
  readonly sockets: Sockets
  readonly events: Events
  readonly signingSecret: string
  mode: 'socket' | 'http'
  requestUrl: string | null
  manifest: AppManifest = DEFAULT_MANIFEST
  installed = false
  /** Delays before an event that was not taken is sent again. */
  retries: readonly number[] = RETRIES
  editWindowClosed = false

  readonly requests: Seen[] = []
  readonly pings: Ping[] = []
  readonly links: Link[] = []
  readonly violations: string[] = []
  readonly errorsSeen: { user: string; about: string; reason: string }[] = []
  readonly ackTimes: AckTime[] = []
  /** Events that the app never took. */
  readonly lost: Delivery[] = []
  /** Faults of the fake itself; a test that ends with one has proved nothing. */
  readonly broken: unknown[] = []
  /** Checks a request against the published description, where that is there. */
  spec: ((method: string, args: Args) => void) | null = null

  #server: Server | null = null
  #port = 0
  readonly #waiting = new Set<() => void>()
  readonly #stop = new AbortController()
  readonly #http: ReturnType<typeof overHttp>

  private constructor(options: SlackOptions) {
    this.options = options
    this.clock = options.clock ?? systemClock()
    this.mode = options.mode ?? 'socket'
    this.requestUrl = options.requestUrl ?? null
    this.signingSecret = options.signingSecret ?? randomBytes(16).toString('hex')
    this.workspace = new Workspace(this.clock)
    this.tokens = new Tokens(DEFAULT_MANIFEST.oauth_config?.scopes?.bot ?? [], options)
    this.limits = new Limits(this.clock, options.limits ?? true)
    this.triggers = new Triggers(this.clock)
    this.events = new Events(this)
    this.sockets = new Sockets(this)
    this.#http = overHttp(this)
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    this.sockets.close()
    await this.#http.close()
    this.#server?.closeAllConnections()
    await new Promise((resolve) => this.#server?.close(resolve) ?? resolve(null))
  }

  get port(): number {
    return this.#port
  }
  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }
  get botToken(): string {
    return this.tokens.bot
  }
  get appToken(): string {
    return this.tokens.app
  }
  get stopping(): AbortSignal {
    return this.#stop.signal
  }

  /** Sends what is meant for Slack's hosts to this fake, and nothing anywhere else. */
  readonly fetch: typeof fetch = async (input, init) => {
    const asked = new URL(input instanceof Request ? input.url : String(input))
    const ours = asked.protocol === 'https:' && /^(www\.|hooks\.|files\.)?slack\.com$/.test(asked.hostname)
    if (!ours && asked.origin !== this.url) throw new TypeError(`fetch failed: ${asked.host} is not Slack`)
    const url = `${this.url}${asked.pathname}${asked.search}`
    return (await undiciFetch(url, init as Parameters<typeof undiciFetch>[1])) as unknown as Response
  }

  /** Installs the app as its manifest says: scopes, events, commands, shortcuts, Home. Throws what Slack's page would say. */
  install(manifest: AppManifest): void {
    const faults = faultsOf(manifest)
    if (faults.length > 0) throw new Error(`Slack refuses this manifest: ${faults.join('; ')}`)
    this.manifest = manifest
    this.installed = true
    this.tokens.scopes = new Set(manifest.oauth_config?.scopes?.bot ?? [])
  }

  /** Whether the app hears of an event now: subscribed, with its scope, its token alive. */
  hears(event: string): boolean {
    if (!this.manifest.settings?.event_subscriptions?.bot_events?.includes(event)) return false
    const scope = SCOPE_OF_EVENT[event]
    return (!scope || this.tokens.scopes.has(scope)) && this.tokens.state.bot === 'good'
  }

  readonly send: Send = (delivery, retry) => (this.mode === 'socket' ? this.sockets : this.#http).send(delivery, retry)

  requestUrlFor({ type, payload }: Delivery): string | undefined {
    if (this.requestUrl) return this.requestUrl
    if (type === 'events_api') return this.manifest.settings?.event_subscriptions?.request_url
    if (type === 'interactive') return this.manifest.settings?.interactivity?.request_url
    return this.manifest.features?.slash_commands?.find((one) => one.command === payload.command)?.url
  }

  // What people do.

  person = async (known: crowd.NewPerson): Promise<string> => crowd.person(this, known)
  group = async (handle: string, members: string[] = []): Promise<string> => crowd.group(this, handle, members)
  channel = async (name: string, asked?: crowd.NewChannel): Promise<string> => crowd.channel(this, name, asked)
  joins = async (who: string, handle: string): Promise<void> => crowd.joins(this, who, handle)
  leaves = async (who: string, handle: string): Promise<void> => crowd.leaves(this, who, handle)
  joinsChannel = async (who: string, where: string): Promise<void> => crowd.enters(this, who, where)
  leavesChannel = async (who: string, where: string): Promise<void> => crowd.exits(this, who, where)
  invitesBot = async (where: string): Promise<void> => crowd.enters(this, this.workspace.botUser, where)
  removesBot = async (where: string): Promise<void> => crowd.exits(this, this.workspace.botUser, where)
  changes = async (who: string, what: Parameters<typeof crowd.changes>[2]): Promise<void> =>
    crowd.changes(this, who, what)
  renames = async (where: string, name: string): Promise<void> => crowd.renames(this, where, name)
  archives = async (where: string, archived?: boolean): Promise<void> => crowd.archives(this, where, archived)
  types = async (who: string, where: string, text: string, typed?: messages.Typed): Promise<string> =>
    messages.types(this, who, where, text, typed)
  edits = async (who: string, ts: string, text: string): Promise<void> => messages.edits(this, who, ts, text)
  deletes = async (who: string, ts: string): Promise<void> => messages.deletes(this, who, ts)
  reacts = async (who: string, where: string, ts: string, name: string): Promise<void> => {
    const user = this.workspace.person(who).id
    const channel = messages.placeOf(this, user, where)
    reacted(this, user, channel, this.#message(channel, ts), name)
  }
  unreacts = async (who: string, where: string, ts: string, name: string): Promise<void> => {
    const channel = this.workspace.channel(where)
    unreacted(this, this.workspace.person(who).id, channel, this.#message(channel, ts), name)
  }
  slash = (who: string, where: string, command: string, text?: string): Promise<void> =>
    commands.slash(this, who, where, command, text)
  shortcut = (who: string, where: string, ts: string, callbackId: string): Promise<void> =>
    commands.shortcut(this, who, where, ts, callbackId)
  globalShortcut = (who: string, callbackId: string): Promise<void> => commands.globalShortcut(this, who, callbackId)
  opensHome = async (who: string): Promise<void> => commands.opensHome(this, who)
  presses = (who: string, where: string, ts: string, wanted: string): Promise<void> =>
    presses(this, who, where, ts, wanted)
  pressesEphemeral = (who: string, wanted: string, ts?: string): Promise<void> =>
    pressesEphemeral(this, who, wanted, ts)
  pressesInModal = (who: string, wanted: string): Promise<void> =>
    pressesInView(this, forms.openModal(this, who), wanted)
  pressesInHome = (who: string, wanted: string): Promise<void> => {
    const view = this.home(who)
    if (!view) throw new Error(`nothing was published for the Home of ${who}`)
    return pressesInView(this, view, wanted)
  }
  typesInModal = (who: string, field: string, text: string): Promise<void> => forms.typesInModal(this, who, field, text)
  entersInModal = (who: string, field: string): Promise<void> => forms.entersInModal(this, who, field)
  submits = (who: string, values?: Record<string, string>): Promise<Record<string, string> | null> =>
    forms.submits(this, who, values)
  closes = (who: string): Promise<void> => forms.closes(this, who)

  // Looking.

  channelNamed = (name: string): Channel | undefined => this.workspace.channelByName(name)
  /** Top-level messages, oldest first. */
  messages = (where: string): Message[] => this.workspace.channel(where).roots
  /** A root and its replies, oldest first. */
  thread = (where: string, ts: string): Message[] => {
    const channel = this.workspace.channel(where)
    const root = channel.byTs.get(ts)
    return root ? [root, ...(channel.threads.get(ts) ?? [])] : []
  }
  ephemerals = (who: string): Ephemeral[] => {
    const { id } = this.workspace.person(who)
    return this.workspace.ephemerals.filter((one) => one.to === id)
  }
  dms = (who: string): Message[] => this.workspace.im(this.workspace.person(who).id).roots
  modal = (who: string): View | undefined => this.views.stacks.get(this.workspace.person(who).id)?.at(-1)
  home = (who: string): View | undefined => this.views.homes.get(this.workspace.person(who).id)

  /** Waits until `probe` answers with something; it is asked again after each request and event that was served. */
  until<T>(probe: () => T | undefined | null | false): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = () => {
        try {
          const found = probe()
          if (found === undefined || found === null || found === false) return
          this.#waiting.delete(look)
          resolve(found)
        } catch (error) {
          this.#waiting.delete(look)
          reject(error)
        }
      }
      this.#waiting.add(look)
      look()
    })
  }

  /** Until every event was taken or given up. */
  async settled(): Promise<void> {
    while (this.events.under.size > 0) await Promise.all(this.events.under)
  }

  // What the parts of the fake tell one another.

  changed(): void {
    for (const look of [...this.#waiting]) look()
  }

  saw(seen: Omit<Seen, 'at'>): void {
    this.requests.push({ at: this.clock.now(), ...seen })
    if (this.requests.length > KEPT * 1.1) this.requests.splice(0, this.requests.length - KEPT)
  }

  acked(ack: AckTime): void {
    this.ackTimes.push(ack)
    if (this.ackTimes.length > KEPT * 1.1) this.ackTimes.splice(0, this.ackTimes.length - KEPT)
  }

  /** Notes whom a message notifies and where one can click in it. */
  noticed(method: string, channel: Channel, message: Message, args: Args): void {
    const { text, blocks, ts } = message
    const found = inBlocks(blocks ?? [], args.mrkdwn === 'false' || args.mrkdwn === false ? undefined : inMrkdwn(text))
    if (args.link_names === true || /^(1|true)$/.test(String(args.link_names)) || args.parse === 'full')
      found.who.push(...inNames(text))
    for (const who of found.who) this.pings.push({ who, channel: channel.id, ts, method })
    for (const link of found.links) this.links.push({ ...link, channel: channel.id, ts })
  }

  /** Shows something to one person alone; Slack forgets it when his client reloads. */
  toPerson(user: string, channel: Channel, said: Pick<Message, 'text' | 'blocks'>, thread: string | null): string {
    const { workspace } = this
    const ts = workspace.stamps.next()
    const message: Ephemeral = {
      type: 'message',
      subtype: 'bot_message',
      user: workspace.botUser,
      bot_id: workspace.botId,
      ts,
      channel: channel.id,
      to: user,
      ...said,
      ...(thread ? { thread_ts: thread } : {}),
    }
    workspace.ephemerals.push(message)
    if (workspace.ephemerals.length > KEPT) workspace.ephemerals.shift()
    this.noticed('chat.postEphemeral', channel, message, {})
    return ts
  }

  enters = (who: string, where: string): void => crowd.enters(this, who, where)
  exits = (who: string, where: string): void => crowd.exits(this, who, where)
  reacted = (user: string, channel: Channel, message: Message, name: string): void =>
    reacted(this, user, channel, message, name)
  unreacted = (user: string, channel: Channel, message: Message, name: string): void =>
    unreacted(this, user, channel, message, name)

  get controls(): Record<string, (...args: never[]) => unknown> {
    return {}
  }

  #message(channel: Channel, ts: string): Message {
    const message = channel.byTs.get(ts)
    if (!message) throw new Error(`no message ${ts} in #${channel.name}`)
    return message
  }
}
