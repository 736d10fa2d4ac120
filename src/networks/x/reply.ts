import { SourceFailed } from '../network.ts'
import type { Problem } from './problem.ts'

/**
 * What came of a call to X. After `unsent` and `limited` nothing happened there, for certain; after `lost` it may have.
 * `access` is what our token may do, where X says so.
 */
export type Reply = { kind: 'ok'; body: unknown; access: string | null } | Failure

export type Failure =
  | { kind: 'refused'; status: number; problem: Problem }
  | { kind: 'limited'; after: number }
  | { kind: 'budget'; after: number }
  | { kind: 'unsent'; reason: string }
  | { kind: 'lost'; reason: string }

/** A reading that failed, as the station is told. */
export function readingFailed(failure: Failure): SourceFailed {
  switch (failure.kind) {
    case 'refused':
      return new SourceFailed('x', failure.problem.code)
    case 'limited':
      return new SourceFailed('x', 'rate-limit', failure.after)
    case 'budget':
      return new SourceFailed('x', 'budget', failure.after)
    case 'unsent':
      return new SourceFailed('x', 'unreachable')
    case 'lost':
      return new SourceFailed('x', failure.reason)
    default:
      return failure satisfies never
  }
}
