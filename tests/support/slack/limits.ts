import { type Clock, MINUTE, SECOND } from '../../../src/model/clock.ts'

/**
 * Calls a minute that each tier gets, per method and workspace (docs.slack.dev/apis/web-api/rate-limits: 1+, 20+, 50+,
 * 100+). Slack calls tier 1 "1+" and lets short bursts through; ten for it is from memory of sockets being opened.
 */
export const TIERS = { 1: 10, 2: 20, 3: 50, 4: 100, special: 600, own: Number.POSITIVE_INFINITY } as const
export type Tier = keyof typeof TIERS

/** "One message per second per channel … short bursts are allowed" (same page); how short is from memory. */
export const CHANNEL_BURST = 3
/** "Several hundred messages a minute" for a workspace; the number is from memory. */
export const WORKSPACE_MESSAGES = 600

/** Sliding windows, one a key. Answers 0 where a call may go, else the whole seconds after which it may. */
export class Limits {
  on: boolean
  readonly #clock: Clock
  readonly #taken = new Map<string, number[]>()

  constructor(clock: Clock, on: boolean) {
    this.#clock = clock
    this.on = on
  }

  /** `own`: the method has rules of its own and counts itself. */
  forMethod(method: string, tier: Tier): number {
    if (tier === 'own') return 0
    return this.#take(`method ${method}`, TIERS[tier], MINUTE)
  }

  /** A message into a channel: a burst of three, one a second in the long run, and the workspace's cap. */
  forMessage(channel: string): number {
    return (
      this.#take(`channel ${channel}`, CHANNEL_BURST, CHANNEL_BURST * SECOND) ||
      this.#take('workspace', WORKSPACE_MESSAGES, MINUTE)
    )
  }

  forget(): void {
    this.#taken.clear()
  }

  #take(key: string, most: number, window: number): number {
    if (!this.on) return 0
    const now = this.#clock.steady()
    const taken = this.#taken.get(key) ?? []
    this.#taken.set(key, taken)
    while (taken.length > 0 && taken[0]! <= now - window) taken.shift()
    if (taken.length < most) {
      taken.push(now)
      return 0
    }
    return Math.max(1, Math.ceil((taken[0]! + window - now) / SECOND))
  }
}
