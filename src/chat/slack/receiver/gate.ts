import type { App, Receiver } from '@slack/bolt'
import type { Logger } from 'pino'
import type { Handlers } from '../../chat.ts'
import type { Heard } from '../events/heard.ts'

/** What a listener finds in its context, beside what Bolt puts there. */
export interface Passing {
  heard: Heard
  /** Makes it durable, once; the acknowledgement does so too, so only who works before it needs this. */
  keep(): Promise<void>
}

interface GateParts {
  hear(body: object): Heard
  handlers: Pick<Handlers, 'store'>
  log: Logger
}

/**
 * The one way into Bolt, whether a payload came over a line of ours or to the station's port. Bolt acknowledges an event
 * before any listener runs, and a process that ends in between would lose it: so what is acknowledged is stored first.
 */
export class Gate implements Receiver {
  readonly #parts: GateParts
  #app: App | null = null
  readonly #passing = new Set<Promise<boolean>>()

  constructor(parts: GateParts) {
    this.#parts = parts
  }

  init(app: App): void {
    this.#app = app
  }

  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  /**
   * Passes a payload on. False where it could not be stored: then it was not acknowledged, and Slack comes again.
   * @param answer sends the acknowledgement, with what Slack is to show; called at most once
   */
  async take(body: object, answer: (response: unknown) => Promise<void>): Promise<boolean> {
    const passed = this.#pass(body, answer)
    this.#passing.add(passed)
    return passed.finally(() => this.#passing.delete(passed))
  }

  /** Until nothing is on its way through. */
  async empty(): Promise<void> {
    while (this.#passing.size > 0) await Promise.allSettled(this.#passing)
  }

  async #pass(body: object, answer: (response: unknown) => Promise<void>): Promise<boolean> {
    const { hear, handlers, log } = this.#parts
    const heard = hear(body)
    const keep = once(async () => {
      if ('event' in heard) await handlers.store([heard.event])
    })
    const reply = once(answer)
    const ack = async (response?: unknown) => {
      await keep()
      // What is stored is done, also where Slack does not hear that we have it and brings it again.
      await reply(response).catch(() => log.info('slack: an acknowledgement may be lost'))
    }
    const passing: Passing = { heard, keep }
    try {
      await this.#app?.processEvent({ body, ack, customProperties: passing })
    } catch (error) {
      log.error({ err: error }, 'slack: a payload could not be passed on')
    }
    // What nobody listens to need not come again.
    return ack().then(
      () => true,
      () => false,
    )
  }
}

/** Does something at the first call; later calls have its outcome. */
function once<A extends unknown[]>(work: (...given: A) => Promise<void>): (...given: A) => Promise<void> {
  let done: Promise<void> | null = null
  return (...given) => {
    done ??= work(...given)
    return done
  }
}
