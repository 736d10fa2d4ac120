import { App, type Context } from '@slack/bolt'
import type { Logger } from 'pino'
import { SECOND } from '../../../model/clock.ts'
import { apiLog } from '../api-log.ts'
import { ENVELOPE, selfOf } from '../events/payload.ts'
import type { Deeds } from './deeds.ts'
import type { Gate, Passing } from './gate.ts'

interface BoltParts {
  gate: Gate
  deeds: Deeds
  fetch: typeof fetch
  log: Logger
}

const ANY = /./

/** Bolt behind the gate. It needs no token: an event says for whom it was sent, and what we send is not Bolt's. */
export function openBolt({ gate, deeds, fetch, log }: BoltParts): void {
  const app = new App({
    receiver: gate,
    authorize: async (_source, body) => {
      const envelope = ENVELOPE.safeParse(body)
      const self = envelope.success ? selfOf(envelope.data) : null
      return self === null ? {} : { botUserId: self }
    },
    ignoreSelf: true,
    convoStore: false,
    clientOptions: { fetch, retryConfig: { retries: 0 }, timeout: 10 * SECOND, rejectRateLimitedCalls: true },
    logger: apiLog(log),
  })
  app.event(ANY, async ({ context }) => deeds.does(passing(context).heard))
  app.command(ANY, async ({ ack, context }) => {
    await ack()
    deeds.does(passing(context).heard)
  })
  app.action(ANY, async ({ ack, context }) => {
    await ack()
    deeds.does(passing(context).heard)
  })
  app.shortcut(ANY, async ({ ack, context }) => {
    await ack()
    deeds.does(passing(context).heard)
  })
  app.view(ANY, async ({ ack, context }) => {
    const { heard, keep } = passing(context)
    if (heard.kind !== 'sends-form') return
    await keep()
    const errors = await deeds.sends(heard)
    await (errors ? ack({ response_action: 'errors', errors }) : ack())
  })
  app.error(async (error) => log.error({ err: error }, 'slack: a listener failed'))
}

/** What the gate gave along. */
const passing = ({ heard, keep }: Context): Passing => ({ heard, keep })
