import type { Logger } from 'pino'
import { z } from 'zod'
import type { ChatEvent, Content } from '../../model/chat.ts'
import { type Clock, SECOND } from '../../model/clock.ts'
import type { Chat } from '../chat.ts'
import type { Reply } from './call.ts'
import { EVENT } from './event.ts'

const WAIT = 25 * SECOND
const BACKOFF = { first: SECOND / 4, most: 10 * SECOND }
/** So many events may be acted on at once before more are asked for. */
const IN_HAND = 200
/** So many events are remembered, in case one is given out again because its acknowledgement was lost. */
const REMEMBERED = 2_000
const ANSWER_TRIES = 4

const PAGE = z.object({ events: z.array(EVENT) })

interface Listening {
  handlers: Parameters<Chat['listen']>[0]
  signal: AbortSignal
  clock: Clock
  log: Logger
  ask(path: string, init: RequestInit, timeout: number): Promise<Reply>
  send(method: string, path: string, body: object): Promise<Reply>
  /** Does what must be done before the first event of a connection. */
  settleIn(): Promise<void>
  failed(member: string): string
}

/**
 * Takes events page by page: stored, acknowledged, then acted on, those of one thread in order. Whatever goes wrong,
 * the loop goes on: an event that is not acknowledged comes again.
 */
export async function listenTo(listening: Listening): Promise<void> {
  const { handlers, signal, clock, log } = listening
  const hands = new Hands(listening)
  let pause: number = BACKOFF.first
  while (!signal.aborted) {
    try {
      await listening.settleIn()
      const events = await nextPage(listening)
      pause = BACKOFF.first
      if (events.length === 0) continue
      await handlers.store(events)
      const acked = await listening.send('POST', '/desk/station/ack', { ids: events.map((it) => it.id) })
      if (acked.kind !== 'ok') log.warn({ reply: acked.kind }, 'desk: an acknowledgement may be lost')
      for (const event of events) hands.take(event)
      await hands.room()
    } catch (error) {
      if (signal.aborted) break
      log.warn({ err: error, pause }, 'desk: no events; trying again')
      await clock.wait(pause, signal)
      pause = Math.min(pause * 2, BACKOFF.most)
    }
  }
  await hands.empty()
}

async function nextPage({ ask, signal }: Listening): Promise<ChatEvent[]> {
  const reply = await ask(`/desk/station/events?wait=${WAIT}`, { signal }, WAIT + 10 * SECOND)
  if (reply.kind !== 'ok') throw new Error(`the desk gave no events: ${reply.kind}`)
  return PAGE.parse(reply.body).events
}

/** Acts on events: each once, those of one thread (or one person's in a channel) in order, threads side by side. */
class Hands {
  readonly #listening: Listening
  readonly #chains = new Map<string, Promise<void>>()
  readonly #taken = new Set<string>()

  constructor(listening: Listening) {
    this.#listening = listening
  }

  take(event: ChatEvent): void {
    if (this.#taken.has(event.id)) return
    this.#taken.add(event.id)
    if (this.#taken.size > REMEMBERED) this.#taken.delete(this.#taken.values().next().value ?? '')
    const thread = event.kind === 'command' ? null : event.thread
    const key = thread ?? `${event.channel} ${event.by}`
    const chain = (this.#chains.get(key) ?? Promise.resolve())
      .then(() => this.#act(event))
      .finally(() => {
        if (this.#chains.get(key) === chain) this.#chains.delete(key)
      })
    this.#chains.set(key, chain)
  }

  async room(): Promise<void> {
    while (this.#chains.size > IN_HAND) await Promise.race(this.#chains.values())
  }

  async empty(): Promise<void> {
    await Promise.all(this.#chains.values())
  }

  async #act(event: ChatEvent): Promise<void> {
    const { handlers, log, failed, send, clock } = this.#listening
    let answers: Content[]
    try {
      answers = await handlers.handle(event)
    } catch (error) {
      log.error({ err: error, event: event.id, kind: event.kind }, 'desk: an event could not be handled')
      answers = [{ kind: 'private', text: failed(event.by), about: { code: 'failed' } }]
    }
    for (let attempt = 1; attempt <= ANSWER_TRIES; attempt += 1) {
      const reply = await send('POST', '/desk/station/answer', { event: event.id, answers })
      if (reply.kind === 'ok') return
      log.warn({ event: event.id, reply: reply.kind, attempt }, 'desk: an answer did not arrive')
      if (reply.kind === 'refused' && reply.status !== 429) return
      await clock.wait(BACKOFF.first * 2 ** attempt, this.#listening.signal)
    }
  }
}
