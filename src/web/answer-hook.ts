import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Logger } from 'pino'
import type { NetworkName } from '../model/network.ts'
import type { Hook, HookAnswer } from '../networks/network.ts'
import { readAtMost } from './read-at-most.ts'

/** What takes in what networks push. */
export interface HookDoor {
  /** What verifies a network's requests; null where it pushes nothing. */
  of(network: NetworkName): Hook | null
  /** Resolves when a verified body is on the disk. */
  keep(network: NetworkName, body: string): Promise<void>
  /** Counts a request that was not the network's. */
  refused(network: NetworkName): void
}

/** The networks' own bodies are far smaller; and whoever calls is unknown until the whole body was read. */
const MAX_BODY = 1024 * 1024
const REFUSED = { 'too-large': 413, cut: 400 } as const

/**
 * Answers a network's request to the station's port. It is judged over the very bytes; what it brings is on the disk
 * before it is answered, and where that does not work, 503 lets the network bring it again. Whoever calls without being
 * the network costs as little as can be: a look at the bytes, and no line in the log.
 */
export async function answerHook(c: Context, network: NetworkName, hook: Hook, door: HookDoor, log: Logger) {
  const body = await readAtMost(c.req.raw, MAX_BODY)
  if (!Buffer.isBuffer(body)) {
    door.refused(network)
    return hangUp(c, REFUSED[body])
  }
  const answer = hook.answer({
    method: c.req.method === 'POST' ? 'POST' : 'GET',
    headers: c.req.header(),
    query: new URL(c.req.url).searchParams,
    body,
  })
  if (answer.status >= 400) door.refused(network)
  if (answer.store === undefined) return given(answer)
  try {
    await door.keep(network, answer.store)
    return given(answer)
  } catch (error) {
    log.error({ err: error, network }, 'what was pushed to us could not be kept; it will be brought again')
    return new Response(null, { status: 503 })
  }
}

const given = ({ status, headers = {}, body }: HookAnswer) => new Response(body, { status, headers })

/** Refuses, and reads nothing of what is still coming. */
function hangUp(c: Context, status: number): Response {
  const { incoming, outgoing } = (c.env ?? {}) as Partial<HttpBindings>
  outgoing?.once('finish', () => incoming?.socket?.destroySoon())
  return new Response(null, { status, headers: { connection: 'close' } })
}
