import type { Written } from '../../../model/change.ts'
import { HOUR, MINUTE } from '../../../model/clock.ts'
import type { Reading, Source } from '../../network.ts'
import type { Context } from '../context.ts'

/** What a source lists from a moment on, as Graph does: the newest first; `gap`: what Graph no longer gives of it. */
export interface Listed {
  changes: Written[]
  gap?: { from: number; to: number }
}

/** What is listed a little late is seen all the same: so far back each look goes once more, in ms. */
const OVERLAP = 5 * MINUTE
/** The first look of a station goes so far back. */
const FIRST = HOUR
const PAGE = 100

/**
 * A source whose cursor is the UTC ms up to which everything was handed out. Graph lists the newest first, so a look
 * gathers all that is new, and hands it out oldest first; what is left waits for the next page, and is gathered anew
 * where that page is asked for after another one.
 */
export function catchUp(
  { clock }: Pick<Context, 'clock'>,
  name: string,
  every: number,
  list: (since: number, from: number, signal: AbortSignal) => Promise<Listed>,
): Source {
  let waiting: { cursor: string; changes: Written[] } | null = null
  return {
    name,
    every,
    async fetch(cursor, signal): Promise<Reading> {
      const known = momentOf(cursor)
      const from = known ?? clock.now() - FIRST
      const held: Listed | null = waiting?.cursor === cursor && waiting ? { changes: waiting.changes } : null
      const { changes, gap } = held ?? rising(await list(from - OVERLAP, from, signal))
      const page = changes.slice(0, PAGE)
      const rest = changes.slice(PAGE)
      const next = String(Math.max(from, ...page.map(({ at }) => Math.min(at, clock.now()))))
      waiting = rest.length > 0 ? { cursor: next, changes: rest } : null
      return { changes: page, cursor: next, more: rest.length > 0, ...(known !== null && gap && { gap }) }
    },
  }
}

/** Graph counts in seconds: of those of one second, the last that it lists is the oldest. */
const rising = ({ changes, ...rest }: Listed): Listed => ({
  changes: changes.toReversed().sort((a, b) => a.at - b.at),
  ...rest,
})

const momentOf = (cursor: string | null): number | null =>
  cursor !== null && /^\d{12,14}$/.test(cursor) ? Number(cursor) : null

/** As `since` wants it: seconds, rounded down. */
export const seconds = (ms: number): number => Math.floor(ms / 1_000)
