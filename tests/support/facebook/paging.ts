import type { Call } from './call.ts'
import { momentOf } from './clock-text.ts'
import { wrongParam } from './refusal.ts'

const DEFAULT = 25
/** No edge of a page gives more at once, whatever was asked. @see https://developers.facebook.com/docs/graph-api/reference/page/feed */
const MOST = 100

export interface Asked {
  limit?: string
  after?: string
  before?: string
  since?: string
  until?: string
}

export interface Listed<T> {
  items: T[]
  cursors: { before: string; after: string } | null
  next: boolean
  previous: boolean
}

/** One page of a list, by cursors. @see https://developers.facebook.com/docs/graph-api/results */
export function pageOf<T extends { id: string; created: number }>(all: readonly T[], asked: Asked): Listed<T> {
  const limit = amount(asked.limit)
  const from = asked.since === undefined ? -Infinity : moment('since', asked.since)
  const to = asked.until === undefined ? Infinity : moment('until', asked.until)
  const within = all.filter(({ created }) => created >= from && created <= to)
  const start = asked.after === undefined ? 0 : placeOf(within, asked.after) + 1
  const end = asked.before === undefined ? null : placeOf(within, asked.before)
  const first = end === null ? start : Math.max(0, end - limit)
  const items = within.slice(first, end === null ? start + limit : end)
  const [head] = items
  const tail = items.at(-1)
  return {
    items,
    cursors: head && tail ? { before: cursorOf(head), after: cursorOf(tail) } : null,
    next: first + items.length < within.length,
    previous: first > 0,
  }
}

const cursorOf = ({ id, created }: { id: string; created: number }) =>
  Buffer.from(`${created} ${id}`).toString('base64url')

/** Where a cursor points; if what it named is gone, where that would have been. */
function placeOf(all: readonly { id: string; created: number }[], cursor: string): number {
  const [created, id] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (id === undefined || Number.isNaN(Number(created))) throw wrongParam('Invalid cursors values')
  const exact = all.findIndex((one) => one.id === id)
  if (exact >= 0) return exact
  const rising = (all[0]?.created ?? 0) <= (all.at(-1)?.created ?? 0)
  const passed = all.findIndex((one) => (rising ? one.created > Number(created) : one.created < Number(created)))
  return (passed < 0 ? all.length : passed) - 1
}

function amount(text: string | undefined): number {
  if (text === undefined) return DEFAULT
  if (!/^\d+$/.test(text) || text === '0') throw wrongParam('Param limit must be a positive integer')
  return Math.min(MOST, Number(text))
}

function moment(name: string, text: string): number {
  const ms = momentOf(text)
  if (ms === null) throw wrongParam(`Param ${name} must be a valid date/time`)
  return ms
}

/** Where the next page is. As at Graph it holds the caller's token: an address that nobody may write down. */
export function nextAddress(call: Call, path: string, args: Readonly<Record<string, string>>, after: string): string {
  const query = new URLSearchParams({ access_token: call.token.token, ...args, after })
  return `https://graph.facebook.com/${call.version}/${path}?${query}`
}
