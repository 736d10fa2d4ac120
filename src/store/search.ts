import { sql } from 'kysely'
import type { Tx } from './database.ts'

const MOST_WORDS = 8
/** Shorter beginnings stand for too many words to be worth their time. */
const SHORTEST_PREFIX = 3

/** The words of a search, without anything that has a meaning of its own to the full-text index. */
export const searchWords = (query: string): string[] =>
  (query.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, MOST_WORDS).map((word) => word.slice(0, 40))

/** The newest messages, by id, in which all words stand, each at least as the beginning of a word. */
export async function messagesWith(tx: Tx, words: readonly string[], limit: number): Promise<number[]> {
  if (words.length === 0) return []
  const match = words.map((word) => (word.length < SHORTEST_PREFIX ? `"${word}"` : `"${word}"*`)).join(' ')
  const { rows } = await sql<{ rowid: number }>`
    select rowid from message_text where message_text match ${match} order by rowid desc limit ${limit}
  `.execute(tx)
  return rows.map((row) => row.rowid)
}
