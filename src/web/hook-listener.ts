import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Clock } from '../model/clock.ts'
import { NETWORKS, type NetworkName } from '../model/network.ts'
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
const MAX_BODY = 2 * 1024 * 1024
/** So long, in ms, somebody may still send when he was refused. */
const LINGER = 500
const REFUSED = { 'too-large': 413, cut: 400 } as const
const PATHS = new Map(NETWORKS.map((network) => [`/${network}/webhook`, network]))

/**
 * Answers what networks push to the station's port; false where a request is for somebody else. What is pushed is judged
 * over the very bytes; what it brings is on the disk before it is answered, and where that does not work, 503 lets the
 * network bring it again. Whoever calls without being the network costs as little as can be, so this comes before every
 * router: thousands of forged requests a second must not hold up a true one. None of them is a line in the log.
 */
export function hookListener(door: HookDoor, { clock, log }: { clock: Clock; log: Logger }) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2)
    const network = PATHS.get(path)
    const hook = network && door.of(network)
    if (!network || !hook) return false
    const { method } = request
    if (method === 'POST' || method === 'GET') void answer(network, hook, { method, query }, request, response)
    else give(response, { status: 405, headers: { allow: 'GET, POST' }, body: '' })
    return true
  }

  async function answer(
    network: NetworkName,
    hook: Hook,
    { method, query }: { method: 'GET' | 'POST'; query: string },
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    try {
      const body = await readAtMost(request, MAX_BODY)
      if (!Buffer.isBuffer(body)) {
        door.refused(network)
        return hangUp(clock, request, response, REFUSED[body])
      }
      const headers = request.headers as Record<string, string>
      const judged = hook.answer({ method, headers, query: new URLSearchParams(query), body })
      if (judged.status >= 400) door.refused(network)
      if (judged.store !== undefined) await door.keep(network, judged.store)
      give(response, judged)
    } catch (error) {
      log.error({ err: error, network }, 'what was pushed to us could not be kept; it will be brought again')
      give(response, { status: 503, body: '' })
    }
  }
}

function give(response: ServerResponse, { status, headers = {}, body }: HookAnswer): void {
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers }).end(body)
}

/**
 * Refuses, and keeps nothing of what is still coming. Who is cut off while he still sends never hears why: he has a
 * moment to read the answer.
 */
function hangUp(clock: Clock, request: IncomingMessage, response: ServerResponse, status: number): void {
  request.resume()
  response.writeHead(status, { 'content-length': 0 }).end()
  void clock.wait(LINGER).then(() => request.socket.destroy())
}
