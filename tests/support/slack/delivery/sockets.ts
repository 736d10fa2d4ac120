import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { Declined } from '../declined.ts'
import { newId } from '../ids.ts'
import type { Slack } from '../slack.ts'
import { PATIENCE, type Send, type Taken } from './deliver.ts'

/** "up to 10 open WebSocket connections at the same time" (docs.slack.dev/apis/events-api/using-socket-mode). */
const MOST = 10
/** How long the address of apps.connections.open is good for: from memory; it is good once. */
const TICKET_LASTS = 30_000
const PING_EVERY = 10_000

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets'

/** The app's sockets: hello, one event to one of them, acknowledgements by envelope. */
export class Sockets {
  readonly open = new Set<WebSocket>()
  everOpened = false
  readonly #slack: Slack
  readonly #server = new WebSocketServer({ noServer: true })
  readonly #tickets = new Map<string, number>()
  readonly #waiting = new Map<string, { socket: WebSocket; taken: (taken: Taken) => void }>()
  readonly #beat: NodeJS.Timeout
  #turn = 0

  constructor(slack: Slack) {
    this.#slack = slack
    this.#beat = setInterval(() => {
      for (const socket of this.open) socket.ping('Ping from applink-1')
    }, PING_EVERY).unref()
  }

  /** For apps.connections.open: an address with a ticket. */
  address(): string {
    const slack = this.#slack
    if (slack.manifest.settings?.socket_mode_enabled === false) throw new Declined('socket_mode_not_enabled')
    const ticket = randomUUID()
    this.#tickets.set(ticket, slack.clock.steady())
    const query = `ticket=${ticket}&app_id=${slack.workspace.appId}`
    return slack.options.publicSocket === 'wss'
      ? `wss://wss-primary.slack.com/link/?${query}`
      : `ws://127.0.0.1:${slack.port}/link/?${query}`
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => {})
    const ticket = new URL(request.url ?? '', 'http://slack').searchParams.get('ticket') ?? ''
    const since = this.#tickets.get(ticket)
    this.#tickets.delete(ticket)
    if (since === undefined || this.#slack.clock.steady() - since > TICKET_LASTS) {
      return void socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#welcome(opened))
  }

  /** One event to one of the sockets, in turn. */
  readonly send: Send = async (delivery, { attempt }) => {
    const all = [...this.open].filter((one) => one.readyState === one.OPEN)
    const socket = all[this.#turn++ % Math.max(1, all.length)]
    if (!socket) return { acked: false, reason: 'no_connection' }
    const envelope = {
      envelope_id: randomUUID(),
      type: delivery.type,
      payload: delivery.payload,
      accepts_response_payload: delivery.type === 'slash_commands' || delivery.payload.type === 'view_submission',
      ...(delivery.type === 'events_api'
        ? { retry_attempt: attempt, retry_reason: attempt === 0 ? '' : 'timeout' }
        : {}),
    }
    const began = performance.now()
    const gaveUp = new AbortController()
    const answered = new Promise<Taken>((taken) => this.#waiting.set(envelope.envelope_id, { socket, taken }))
    socket.send(
      JSON.stringify(envelope),
      (error) => error && this.#answer(envelope.envelope_id, { acked: false, reason: 'no_connection' }),
    )
    const late = this.#slack.clock
      .wait(PATIENCE, gaveUp.signal)
      .then((): Taken => ({ acked: false, reason: 'timeout' }))
    const taken = await Promise.race([answered, late])
    gaveUp.abort()
    this.#waiting.delete(envelope.envelope_id)
    if (taken.acked) this.#slack.acked({ type: delivery.type, id: delivery.id, ms: performance.now() - began, attempt })
    return taken
  }

  /** Asks each socket, or one of them, to reconnect, as when Slack recycles its machines; they close soon after. */
  disconnect(reason: DisconnectReason, many = this.open.size): void {
    for (const socket of [...this.open].slice(0, many)) this.#disconnect(socket, reason)
  }

  /** Cuts the lines without a word. */
  kill(many = this.open.size): void {
    for (const socket of [...this.open].slice(0, many)) socket.terminate()
  }

  close(): void {
    clearInterval(this.#beat)
    for (const socket of this.open) socket.terminate()
    this.#server.close()
  }

  #welcome(socket: WebSocket): void {
    if (this.open.size >= MOST) {
      this.#disconnect(socket, 'too_many_websockets')
      return
    }
    this.open.add(socket)
    this.everOpened = true
    socket.on('error', () => {})
    socket.on('message', (data) => this.#heard(String(data)))
    socket.on('close', () => {
      this.open.delete(socket)
      for (const [id, waiting] of this.#waiting) {
        if (waiting.socket === socket) this.#answer(id, { acked: false, reason: 'no_connection' })
      }
      this.#slack.changed()
    })
    const hello = {
      type: 'hello',
      num_connections: this.open.size,
      debug_info: { host: 'applink-1', build_number: 1, approximate_connection_time: 18060 },
      connection_info: { app_id: this.#slack.workspace.appId },
    }
    socket.send(JSON.stringify(hello))
    this.#slack.changed()
  }

  #heard(text: string): void {
    let said: { envelope_id?: string; payload?: Record<string, unknown> }
    try {
      said = JSON.parse(text)
    } catch (error) {
      this.#slack.broken.push(error)
      return
    }
    const { envelope_id: id, payload } = said
    if (!id) return
    this.#answer(id, { acked: true, body: payload && Object.keys(payload).length > 0 ? payload : null })
  }

  #answer(id: string, taken: Taken): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    waiting?.taken(taken)
  }

  #disconnect(socket: WebSocket, reason: DisconnectReason): void {
    socket.send(
      JSON.stringify({ type: 'disconnect', reason, debug_info: { host: `applink-${newId('').slice(0, 2)}` } }),
    )
    // A warning comes some 10 s before the end (docs.slack.dev/apis/events-api/using-socket-mode); the others end at once.
    if (reason !== 'warning') socket.close(1000)
    else void this.#slack.clock.wait(10_000, this.#slack.stopping).then(() => socket.close(1000))
  }
}
