import type { Args } from '../types.ts'

/** Says what in a request breaks Slack's published description; null where that is not there. */
export function specCheck(): ((method: string, args: Args) => string[]) | null {
  return null
}
