import { MINUTE, SECOND } from '../../../../src/model/clock.ts'
import type { Slack } from '../slack.ts'

/** Slack gives an app 3 s (docs.slack.dev/apis/events-api). */
export const PATIENCE = 3 * SECOND
/** "nearly immediately, after 1 minute, after 5 minutes" (same page). */
export const RETRIES = [0, 1 * MINUTE, 5 * MINUTE] as const

/** What goes to the app. `payload` is what Slack's body for it says. */
export interface Delivery {
  type: 'events_api' | 'interactive' | 'slash_commands'
  /** The event's id, or one of the fake's own. */
  id: string
  /** What it is about, for faults: the event's type, or the payload's. */
  about: string
  payload: Record<string, unknown>
}

/** How the app took it: with a body where it gave one, or why not. */
export type Taken =
  | { acked: true; body: Record<string, unknown> | null }
  | { acked: false; reason: 'timeout' | 'http_error' | 'no_connection' }

/** One way to the app: its port, or its sockets. */
export type Send = (delivery: Delivery, retry: { attempt: number; reason: string }) => Promise<Taken>

/** Delivers an event until the app takes it, with Slack's patience; true once it did. */
export async function untilTaken(slack: Slack, delivery: Delivery): Promise<boolean> {
  let reason = ''
  for (let attempt = 0; attempt <= slack.retries.length; attempt++) {
    if (attempt > 0) await slack.clock.wait(slack.retries[attempt - 1]!, slack.stopping)
    if (slack.stopping.aborted) return false
    const taken = await slack.send(delivery, { attempt, reason })
    if (taken.acked && !slack.faults.forEvent(delivery.about, 'ack-lost')) {
      slack.changed()
      return true
    }
    reason = taken.acked ? 'timeout' : taken.reason
  }
  slack.lost.push(delivery)
  slack.changed()
  return false
}
