import type { ChatEvent } from '../../../model/chat.ts'
import type { Database } from '../database.ts'
import { publicId, seqOf } from '../id.ts'

/** An event before it has its number. */
export type Deed = ChatEvent extends infer E ? (E extends ChatEvent ? Omit<E, 'id'> : never) : never

export interface EventRow {
  seq: number
  by: string
  channel: number
  thread: number | null
  /** The message that came with it, if any. */
  message: number | null
  /** The private answer whose button was pressed. */
  answers: number | null
  body: string
  at: number
  acked_at: number | null
}

/** What members did. An event is given out until it is acknowledged, and kept until it is answered. */
export type Events = ReturnType<typeof openEvents>

export function openEvents({ sqlite, world }: Database) {
  const add = sqlite.prepare(
    `insert into event (by, channel, thread, message, answers, body, at)
     values (:by, :channel, :thread, :message, :answers, :body, :at)`,
  )
  const open = sqlite.prepare<[number, number], EventRow>(
    'select * from event where acked_at is null and seq > ? order by seq limit ?',
  )
  const get = sqlite.prepare<[number], EventRow>('select * from event where seq = ?')
  const ack = sqlite.prepare('update event set acked_at = ? where seq = ? and acked_at is null')
  const remove = sqlite.prepare('delete from event where seq = ?')
  const forget = sqlite.prepare('delete from event where acked_at < ?')
  const mine = sqlite.prepare<[string], EventRow>('select * from event where by = ? order by seq desc limit 50')
  const oldest = sqlite.prepare<[], { at: number | null }>('select min(at) as at from event where acked_at is null')

  const seq = (id: string) => seqOf(world, 'e', id) ?? 0
  return {
    idOf: (row: number) => publicId(world, 'e', row),
    add: (row: Omit<EventRow, 'seq' | 'acked_at' | 'body'>, deed: Deed) =>
      Number(add.run({ ...row, body: JSON.stringify(deed) }).lastInsertRowid),
    /** What is not acknowledged yet, after that event (its id, or ''), in order. */
    open: (after: string, limit: number): ChatEvent[] =>
      open.all(seq(after), limit).map((row) => ({ ...JSON.parse(row.body), id: publicId(world, 'e', row.seq) })),
    find: (id: string) => get.get(seq(id)) ?? null,
    ack: (id: string, at: number) => ack.run(at, seq(id)).changes > 0,
    /** It was answered: nothing of it is needed any more. */
    remove: (row: number) => remove.run(row),
    /** Drops what was acknowledged before then and never answered: a station that stopped in between. */
    forget: (before: number) => forget.run(before),
    /** What this person did last and has no answer yet. */
    unanswered: (member: string) => mine.all(member).reverse(),
    /** Since when something waits for the station to take it; null where nothing does. */
    waitingSince: () => oldest.get()?.at ?? null,
  }
}
