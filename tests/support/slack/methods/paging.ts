import { numberArg, textArg } from '../args.ts'
import { Declined } from '../declined.ts'
import type { Args } from '../types.ts'

/** A page of `all`, with the cursor to the next; cursors are opaque and Slack's look like these. */
export function pageOf<T>(all: readonly T[], args: Args, usual: number, most: number): { page: T[]; cursor: string } {
  const limit = numberArg(args, 'limit', usual)
  if (limit < 0 || limit > most || !Number.isInteger(limit)) throw new Declined('invalid_limit')
  const size = limit === 0 ? usual : limit
  const from = readCursor(textArg(args, 'cursor'))
  if (from > all.length) throw new Declined('invalid_cursor')
  const next = from + size
  return { page: all.slice(from, next), cursor: next < all.length ? writeCursor(next) : '' }
}

const writeCursor = (at: number) => Buffer.from(`next:${at}`).toString('base64')

function readCursor(cursor: string): number {
  if (cursor === '') return 0
  const at = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1]
  if (at === undefined) throw new Declined('invalid_cursor')
  return Number(at)
}
