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
    seqOf: (id: string) => seqOf(world, 'p', id) ?? 0,
  }
}
