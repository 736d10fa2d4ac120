import type { Purpose } from '../../model/allowance.ts'
import { SourceFailed } from '../network.ts'
import type { Api } from './api.ts'
import { askIdentity, type Identity, sameHandle } from './identity.ts'
import { type Failure, readingFailed } from './reply.ts'
import type { Till } from './till.ts'

export type Ours = { kind: 'me'; me: Identity } | { kind: 'other' } | Failure

/** Our own account, asked of X once a process; never another one's, even where the access is. */
export class Own {
  readonly #parts: { api: Api; till: Till }
  readonly #account: string
  readonly #price: number
  #me: Identity | null = null

  constructor(parts: { api: Api; till: Till }, account: string, price: number) {
    this.#parts = parts
    this.#account = account
    this.#price = price
  }

  /** `other` where the access belongs to another account. */
  async who(purpose: Purpose, signal?: AbortSignal): Promise<Ours> {
    if (this.#me) return { kind: 'me', me: this.#me }
    const asked = await askIdentity(this.#parts, this.#price, purpose, signal)
    if (asked.kind !== 'me') return asked
    if (!sameHandle(asked.me.handle, this.#account)) return { kind: 'other' }
    this.#me = asked.me
    return { kind: 'me', me: asked.me }
  }

  /** @throws {SourceFailed} */
  async forReading(signal: AbortSignal): Promise<Identity> {
    const who = await this.who('reading', signal)
    if (who.kind === 'me') return who.me
    throw who.kind === 'other' ? new SourceFailed('x', 'account') : readingFailed(who)
  }
}
