import type { Logger } from 'pino'
import type { ChatEvent, Content } from '../../model/chat.ts'
import type { Handlers } from '../chat.ts'
import { Chains } from './chains.ts'

/** So many acts are remembered, in case Slack brings one again. */
const REMEMBERED = 5_000

interface HandsParts {
  handlers: Pick<Handlers, 'handle'>
  log: Logger
  /** What a person is told whose act ran into a fault of ours. */
  failed(by: string): Promise<Content>
}

/**
 * Acts on what is stored: each act once, those of one thread in order, threads side by side. What a person is told of it
 * keeps its own order, so that no act waits for an answer that Slack does not take yet.
 */
export class Hands {
  readonly #parts: HandsParts
  readonly #acts: Chains
  readonly #answers: Chains
  readonly #taken = new Set<string>()
  #besides = 0

  constructor(parts: HandsParts) {
    this.#parts = parts
    this.#acts = new Chains(parts.log)
    this.#answers = new Chains(parts.log)
  }

  /** @param tell what is done with the answers once the act is done; never called for an act that was taken before */
  take(event: ChatEvent, tell: (answers: Content[]) => Promise<unknown>): void {
    if (this.#taken.has(event.id)) return
    this.#taken.add(event.id)
    const [oldest] = this.#taken
    if (this.#taken.size > REMEMBERED && oldest !== undefined) this.#taken.delete(oldest)
    const key = keyOf(event)
    this.#acts.run(key, async () => {
      const answers = await this.#act(event)
      this.#answers.run(key, () => tell(answers))
    })
  }

  /** Does something that is no act and waits for nothing; it is waited for at the end. */
  beside(work: () => Promise<unknown>): void {
    this.#besides += 1
    this.#answers.run(`beside ${this.#besides}`, work)
  }

  async empty(): Promise<void> {
    await this.#acts.empty()
    await this.#answers.empty()
  }

  async #act(event: ChatEvent): Promise<Content[]> {
    const { handlers, log, failed } = this.#parts
    try {
      return await handlers.handle(event)
    } catch (error) {
      log.error({ err: error, event: event.id, kind: event.kind }, 'slack: an event could not be handled')
      return [await failed(event.by)]
    }
  }
}

/** What is not said in a thread is in order for its person in its channel. */
const keyOf = (event: ChatEvent): string =>
  `${event.channel} ${(event.kind === 'command' ? null : event.thread) ?? event.by}`
