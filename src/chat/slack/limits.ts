import type { Clock } from '../../model/clock.ts'
import type { Reply } from './parts.ts'

/** What Slack counts for each channel by itself (docs.slack.dev/apis/web-api/rate-limits); all else it counts by method. */
const BY_CHANNEL: ReadonlySet<string> = new Set(['chat.postMessage', 'chat.postEphemeral'])

/** The methods that Slack has asked to leave alone for a while: to call one sooner is one more call too many. */
export class Limits {
  readonly #clock: Clock
  /** Method → steady ms. */
  readonly #until = new Map<string, number>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Ms that a method is to be left alone; 0 where it may be called. */
  left(method: string): number {
    return Math.max(0, (this.#until.get(method) ?? 0) - this.#clock.steady())
  }

  saw(method: string, reply: Reply): void {
    if (reply.kind !== 'limited' || BY_CHANNEL.has(method)) return
    this.#until.set(method, this.#clock.steady() + reply.after)
  }
}
