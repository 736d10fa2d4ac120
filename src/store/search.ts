import { sql } from 'kysely'
import type { Tx } from './database.ts'

const MOST_WORDS = 8
/** Shorter beginnings stand for too many words to be worth their time. */
const SHORTEST_PREFIX = 3

/** The words of a search, without anything that has a meaning of its own to the full-text index. */
export const searchWords = (query: string): string[] =>
  (query.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, MOST_WORDS).map((word) => word.slice(0, 40))

/**
 * The newest messages, by id, in which all words stand. Where whole words give fewer than `limit`, beginnings of words
 * count too; not before, because the index has to gather all that begins so, which takes long for a common beginning.
 */
export async function messagesWith(tx: Tx, words: readonly string[], limit: number): Promise<number[]> {
  if (words.length === 0) return []
  const whole = await matches(tx, words.map((word) => `"${word}"`).join(' '), limit)
  if (whole.length === limit) return whole
  const begun = words.map((word) => (word.length < SHORTEST_PREFIX ? `"${word}"` : `"${word}"*`))
  return matches(tx, begun.join(' '), limit)
}

async function matches(tx: Tx, match: string, limit: number): Promise<number[]> {
  const { rows } = await sql<{ rowid: number }>`
    select rowid from message_text where message_text match ${match} order by rowid desc limit ${limit}
  `.execute(tx)
  return rows.map((row) => row.rowid)
}
