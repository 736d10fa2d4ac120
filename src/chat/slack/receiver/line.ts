import { type Clock, SECOND } from '../../../model/clock.ts'
import type { Reply } from '../parts.ts'
import { brokenLine, replyOf } from '../reply.ts'
import type { Gate } from './gate.ts'
import { type ClientParts, socketClient } from './socket-client.ts'

/** From the first call to Slack's hello. */
const GREETING = 30 * SECOND
/** A line that does not say goodbye by then is dropped. */
const GOODBYE = SECOND

export interface LineParts extends ClientParts {
  clock: Clock
  gate: Gate
}

/** Why a line ended, or was not had: what came of the call for it, Slack's reason for ending it, or that it was cut. */
export type End =
  | Exclude<Reply, { kind: 'ok' }>
  | { kind: 'recycled'; reason: string }
  | { kind: 'cut'; reason: string }
  | { kind: 'stopped' }

/**
 * One line with Slack, from its first call to its end. The client's own reconnecting is off: it ends in an unhandled
 * rejection when Slack does not give it another address.
 */
export async function holdLine(parts: LineParts, greeted: () => void): Promise<End> {
  const { clock, signal, log, gate } = parts
  const { client, onGoing } = socketClient(parts)
  let why = 'connection lost'
  client.on('error', (error: { original?: unknown }) => {
    const reply = brokenLine(error.original ?? error)
    if ('reason' in reply) why = reply.reason
  })
  client.on('slack_event', async ({ ack, body }: { ack(response: unknown): Promise<void>; body: object }) => {
    await gate.take(body, ack).catch((error) => log.error({ err: error }, 'slack: a payload could not be read'))
  })

  const over = new AbortController()
  const ended = new Promise<End>((resolve) => {
    onGoing((reason) => resolve({ kind: 'recycled', reason }))
    client.on('disconnected', () => resolve({ kind: 'cut', reason: why }))
    signal.addEventListener('abort', () => resolve({ kind: 'stopped' }), { signal: over.signal })
  })
  // It rejects with nothing where the line ended before Slack's hello.
  const started = client.start().then(
    (): 'greeted' => 'greeted',
    (error): End => {
      const reply = error ? replyOf(error) : null
      return reply && reply.kind !== 'ok' ? reply : { kind: 'cut', reason: why }
    },
  )
  const silent = clock.wait(GREETING, over.signal).then((): End => ({ kind: 'cut', reason: 'timeout' }))
  const first = await Promise.race([started, ended, silent])
  if (first === 'greeted') greeted()
  const end = first === 'greeted' ? await ended : first
  over.abort()
  const dropped = drop(client, parts)
  if (!signal.aborted) return end
  await dropped
  return { kind: 'stopped' }
}

/** Ends what is left of a line; twice is by force. Never rejects. */
async function drop(client: { disconnect(): Promise<void> }, { clock, signal }: LineParts): Promise<void> {
  const gone = client.disconnect()
  const polite = signal.aborted ? clock.wait(GOODBYE) : clock.wait(GOODBYE, signal)
  await Promise.race([gone, polite])
  await client.disconnect()
}
