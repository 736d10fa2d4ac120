import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Change } from '../../src/model/change.ts'
import type { Hook } from '../../src/networks/network.ts'

const SECRET = 'a secret of the tests'

/** How a platform signs the bytes that it sends. */
export const signatureOf = (body: string | Buffer): string =>
  `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`

/** As strict as a network's own: over the very bytes, in constant time; a body is the changes that it brings. */
export class StrictHook implements Hook {
  /** The bodies that were read, in order. */
  readonly bodies: string[] = []
  /** What reading ends in, one read after the other; null or none left: the body's changes. */
  readonly endings: (Error | null)[] = []

  answer: Hook['answer'] = ({ method, headers, query, body }) => {
    if (method === 'GET') return { status: 200, body: query.get('challenge') ?? '' }
    const given = Buffer.from(headers['x-signature'] ?? '')
    const right = Buffer.from(signatureOf(body))
    if (given.length !== right.length || !timingSafeEqual(given, right)) return { status: 401, body: '' }
    return { status: 200, body: 'thanks', store: body.toString('utf8') }
  }

  read = async (stored: string): Promise<Change[]> => {
    this.bodies.push(stored)
    const ending = this.endings.shift()
    if (ending) throw ending
    return JSON.parse(stored)
  }
}
