import { SocketModeClient } from '@slack/socket-mode'
import type { Logger } from 'pino'
import { z } from 'zod'
import { SECOND } from '../../../model/clock.ts'
import { apiLog } from '../api-log.ts'
import type { SlackOptions } from '../parts.ts'

const TIMEOUT = 10 * SECOND
const GOING = z.object({ type: z.literal('disconnect'), reason: z.string().default('') })

export interface ClientParts {
  appToken: string
  fetch: typeof fetch
  dispatcher: SlackOptions['dispatcher']
  log: Logger
  signal: AbortSignal
}

/** Slack's client for one line; the wait for an address of it ends with the signal too. */
export function socketClient({ appToken, fetch: send, dispatcher, log, signal }: ClientParts) {
  const client = new SocketModeClient({
    appToken,
    autoReconnectEnabled: false,
    logger: apiLog(log),
    clientOptions: {
      fetch: (url, init) =>
        send(url, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal }),
      retryConfig: { retries: 0 },
      timeout: TIMEOUT,
      rejectRateLimitedCalls: true,
      allowAbsoluteUrls: false,
    },
    ...(dispatcher && { dispatcher }),
  })
  return {
    client,
    /** Slack is about to end this line, and says why; the client tells that to nobody. */
    onGoing(heard: (reason: string) => void): void {
      client.on('ws_message', (data: unknown) => {
        const going = GOING.safeParse(parsed(data))
        if (going.success) heard(going.data.reason)
      })
    },
  }
}

function parsed(data: unknown): unknown {
  try {
    return typeof data === 'string' && data.includes('"disconnect"') ? JSON.parse(data) : null
  } catch {
    return null
  }
}
