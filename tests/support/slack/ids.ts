import { randomBytes } from 'node:crypto'
import type { Clock } from '../../../src/model/clock.ts'

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** An id as Slack's look: a letter for the kind, then ten of these. */
export function newId(kind: string): string {
  let id = kind
  for (const byte of randomBytes(10)) id += LETTERS[byte % 36]
  return id
}

/** For blocks and elements that the app gave none. */
export const blockId = (): string => newId('').slice(0, 5)

/** Message times: unique in the workspace and rising, also while the clock stands still or steps back. */
export class Stamps {
  readonly #clock: Clock
  #last = 0n

  constructor(clock: Clock) {
    this.#clock = clock
  }

  next(): string {
    const now = BigInt(Math.round(this.#clock.now())) * 1_000n
    this.#last = now > this.#last ? now : this.#last + 1n
    return `${this.#last / 1_000_000n}.${String(this.#last % 1_000_000n).padStart(6, '0')}`
  }
}

/** Slack takes `1700000000` and `1700000000.000100` as the same kind of number. */
export function stampOrder(a: string, b: string): number {
  const [aSeconds = '0', aRest = ''] = a.split('.')
  const [bSeconds = '0', bRest = ''] = b.split('.')
  return Number(aSeconds) - Number(bSeconds) || Number(aRest.padEnd(6, '0')) - Number(bRest.padEnd(6, '0'))
}
