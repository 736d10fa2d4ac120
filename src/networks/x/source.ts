import type { Change, Reading, Source } from '../network.ts'
import type { Api } from './api.ts'
import type { Gathering, Piece } from './gathering.ts'
import type { Pace } from './pace.ts'

/** So many changes a page at most: they are taken in as one transaction. */
const PAGE = 100

export interface SourceParts<T> {
  name: string
  every: number
  gathering: Gathering<T>
  pace: Pace
  /** The name under which X counts its looks. */
  endpoint: string
  windows: Api['windows']
  /** What one piece costs, in micro-dollars. */
  price: number
  /** @throws {SourceFailed} where they cannot be read now; then they are given once more */
  changes(pieces: readonly Piece<T>[], signal: AbortSignal): Promise<Change[]>
}

/** A place on X that is looked at again and again. */
export const sourceOf = <T>({ gathering, pace, windows, endpoint, ...parts }: SourceParts<T>): Source => ({
  name: parts.name,
  every: parts.every,
  async fetch(cursor, signal): Promise<Reading> {
    const pieces = await gathering.after(cursor, PAGE, signal)
    const changes = await parts.changes(pieces, signal)
    const reading = { changes, ...gathering.handedOut(pieces) }
    if (reading.more) return reading
    const calls = Math.max(1, gathering.calls)
    return {
      ...reading,
      after: await pace.after({
        news: pieces.length > 0,
        spread: await windows.spread(endpoint, calls),
        share: windows.share(endpoint),
        cost: gathering.fresh * parts.price,
      }),
    }
  },
})
