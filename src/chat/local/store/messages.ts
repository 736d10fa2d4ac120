import type { Content } from '../../../model/chat.ts'
import type { Database } from '../database.ts'
import { publicId, seqOf } from '../id.ts'

export interface Message {
  seq: number
  channel: number
  /** The root's number; null for a root. */
  thread: number | null
  key: string | null
  /** The member who wrote it; null for the station. */
  author: string | null
  content: string
  at: number
  edited_at: number | null
  deleted_at: number | null
  tone: string | null
  since: number | null
  last_seq: number | null
  last_at: number | null
}

interface Written {
  channel: number
  thread: number | null
  key: string | null
  author: string | null
  content: Content
  at: number
}

/** What stands in the channels. Writes of one request run inside the desk's `commit`. */
export type Messages = ReturnType<typeof openMessages>

export function openMessages({ sqlite, world }: Database) {
  let newest = sqlite.prepare<[], { seq: number | null }>('select max(seq) as seq from message').get()?.seq ?? 0
  const insert = sqlite.prepare(
    `insert into message (seq, channel, thread, key, author, content, at, tone, since, last_seq, last_at)
     values (:seq, :channel, :thread, :key, :author, :content, :at, :tone, :since, :last_seq, :last_at)`,
  )
  const touch = sqlite.prepare('update message set last_seq = ?, last_at = ? where seq = ?')
  const get = sqlite.prepare<[number], Message>('select * from message where seq = ?')
  const revise = sqlite.prepare(
    `update message set content = :content, tone = :tone, edited_at = :edited_at,
     since = case when thread is not null or tone is :tone then since else :at end where seq = :seq`,
  )
  const erase = sqlite.prepare(
    `update message set content = '{"kind":"message","text":""}', tone = null, deleted_at = ? where seq = ?`,
  )
  const replies = sqlite.prepare<[number], Message>('select * from message where thread = ? order by seq')
  const spoken = sqlite.prepare<[number], { n: number }>(
    `select count(*) as n from message where thread = ? and (json_extract(content, '$.quote.deleted') = 0
     or (json_extract(content, '$.kind') = 'reply' and json_extract(content, '$.link.url') is not null))`,
  )
  const byDraft = sqlite.prepare<[number], Message>(
    `select * from message where json_extract(content, '$.about.draft') = ? order by seq limit 1`,
  )
  const byKey = sqlite.prepare<[string, number, number | null], { seq: number }>(
    'select seq from message where key = ? and channel = ? and thread is ? order by seq limit 1',
  )

  return {
    idOf: (seq: number) => publicId(world, 'm', seq),
    /** The message with this public id, deleted ones included; null where there never was one. */
    find(id: string): Message | null {
      const seq = seqOf(world, 'm', id)
      return seq === null ? null : (get.get(seq) ?? null)
    },
    get: (seq: number) => get.get(seq) ?? null,
    /** Adds a message and answers with its number. */
    add(written: Written): number {
      newest += 1
      const root = written.thread === null
      const tone = root ? (written.content.state?.tone ?? null) : null
      insert.run({
        ...written,
        seq: newest,
        content: JSON.stringify(written.content),
        tone,
        since: root ? written.at : null,
        last_seq: root ? newest : null,
        last_at: root ? written.at : null,
      })
      if (written.thread !== null) touch.run(newest, written.at, written.thread)
      return newest
    },
    revise: (seq: number, content: Content, at: number, edited: boolean) =>
      revise.run({
        seq,
        content: JSON.stringify(content),
        tone: content.state?.tone ?? null,
        at,
        edited_at: edited ? at : null,
      }),
    erase: (seq: number, at: number) => erase.run(at, seq),
    replies: (root: number) => replies.all(root),
    /** How many messages below a root the public wrote or reads: a reply that is out has its link. */
    spokenIn: (root: number) => spoken.get(root)?.n ?? 0,
    /** The line that says what became of a reply; null where there is none yet. */
    lineOf: (draft: number) => byDraft.get(draft) ?? null,
    byKey: (key: string, channel: number, thread: number | null) => byKey.get(key, channel, thread)?.seq ?? null,
  }
}

export const contentOf = (message: Pick<Message, 'content'>): Content => JSON.parse(message.content) as Content
