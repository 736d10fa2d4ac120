import type { Database } from '../database.ts'
import type { Message } from './messages.ts'

/** How many roots a person has not seen, up to this many. */
const MOST = 99
/** A place in the order of activity beyond every message. */
const END = Number.MAX_SAFE_INTEGER

/** Long lists, read from an index a page at a time. */
export type Lists = ReturnType<typeof openLists>

export function openLists({ sqlite }: Database) {
  const waiting = sqlite.prepare<[number, number], Message>(
    `select * from message where thread is null and tone in ('waiting', 'bad') and channel = ? order by since limit ?`,
  )
  const countWaiting = sqlite.prepare<[number], { n: number }>(
    `select count(*) as n from message where thread is null and tone in ('waiting', 'bad') and channel = ?`,
  )
  const others = sqlite.prepare<[number, number], Message>(
    `select * from message where thread is null and channel = ? and coalesce(tone, '') not in ('waiting', 'bad')
     and deleted_at is null order by last_seq desc limit ?`,
  )
  const roots = sqlite.prepare<[number, number, number, number], Message>(
    `select * from (select * from message where thread is null and channel = ? and last_seq < ? and last_at >= ?
     order by last_seq desc limit ?) order by seq`,
  )
  const latest = sqlite.prepare<[number], { seq: number | null }>(
    'select max(last_seq) as seq from message where thread is null and channel = ?',
  )
  const unseen = sqlite.prepare<[number, number], { n: number }>(
    `select count(*) as n from (select 1 from message where thread is null and channel = ? and last_seq > ? limit ${MOST})`,
  )

  return {
    /** Who waits, longest first. */
    waiting: (channel: number, limit: number) => waiting.all(channel, limit),
    countWaiting: (channel: number) => countWaiting.get(channel)?.n ?? 0,
    /** Everything that does not wait, last touched first. */
    others: (channel: number, limit: number) => others.all(channel, limit),
    /** Roots of which something was written since then (UTC ms); the newest `limit` of them, oldest first. */
    roots: (channel: number, since: number, limit: number) => roots.all(channel, END, since, limit),
    latest: (channel: number) => latest.get(channel)?.seq ?? 0,
    unseen: (channel: number, mark: number) => unseen.get(channel, mark)?.n ?? 0,
  }
}
