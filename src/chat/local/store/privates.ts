import type { Content } from '../../../model/chat.ts'
import type { Database } from '../database.ts'
import { publicId, seqOf } from '../id.ts'

export interface Private {
  seq: number
  person: string
  event: number
  channel: number
  thread: number | null
  content: string
  at: number
}

/** So many are kept for a person who never puts any away; the oldest go first. */
const MOST = 200

/** What one person alone was told, until that person has put it away. */
export type Privates = ReturnType<typeof openPrivates>

export function openPrivates({ sqlite, world }: Database) {
  const add = sqlite.prepare(
    `insert into private (person, event, channel, thread, content, at)
     values (:person, :event, :channel, :thread, :content, :at)`,
  )
  const trim = sqlite.prepare(
    `delete from private where person = :person and seq <= coalesce(
     (select seq from private where person = :person order by seq desc limit 1 offset ${MOST}), 0)`,
  )
  const get = sqlite.prepare<[number], Private>('select * from private where seq = ?')
  const list = sqlite.prepare<[string], Private>('select * from private where person = ? order by seq')
  const quoting = sqlite.prepare<[{ conversation: number }], Private>(
    `select * from private where (json_extract(content, '$.quote') is not null
       and json_extract(content, '$.about.conversation') = :conversation)
     or exists (select 1 from json_each(content, '$.about.conversations') where value = :conversation)`,
  )
  const rewrite = sqlite.prepare('update private set content = ? where seq = ?')
  const remove = sqlite.prepare('delete from private where seq = ? and person = ?')

  return {
    idOf: (seq: number) => publicId(world, 'p', seq),
    find(id: string): Private | null {
      const seq = seqOf(world, 'p', id)
      return seq === null ? null : (get.get(seq) ?? null)
    },
    add(row: Omit<Private, 'seq' | 'content'>, content: Content): Private {
      const written = { ...row, content: JSON.stringify(content) }
      const seq = Number(add.run(written).lastInsertRowid)
      trim.run({ person: row.person })
      return { ...written, seq }
    },
    of: (person: string) => list.all(person),
    /** Puts one away; only the person it is for can. */
    remove: (seq: number, person: string) => remove.run(seq, person).changes > 0,
    /**
     * Something said in this conversation is no longer so: whatever quotes the conversation goes. A question about a
     * draft stays open, without its quote. Answers with the people whose answers changed.
     */
    dropQuotes(conversation: number): string[] {
      const rows = quoting.all({ conversation })
      for (const row of rows) {
        const { quote: _, ...rest } = JSON.parse(row.content) as Content
        if (rest.about?.draft === undefined) remove.run(row.seq, row.person)
        else rewrite.run(JSON.stringify(rest), row.seq)
      }
      return [...new Set(rows.map((row) => row.person))]
    },
    seqOf: (id: string) => seqOf(world, 'p', id) ?? 0,
  }
}
