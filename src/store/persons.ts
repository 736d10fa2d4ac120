import { sql } from 'kysely'
import type { NetworkName } from '../model/network.ts'
import type { Person } from './conversations.ts'
import type { Tx } from './database.ts'

/** SQLite's lower() knows ASCII letters only; what is compared with it must do the same. */
const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
/** Sorts behind every text that begins as `prefix` does. */
const behind = (prefix: string) => `${prefix}\u{10ffff}`

/** The people of the public who are called exactly so, on one network or on all. */
export const personsCalled = (tx: Tx, handle: string, network?: NetworkName): Promise<Person[]> =>
  tx
    .selectFrom('person')
    .selectAll()
    .where(sql<string>`lower(handle)`, '=', lower(handle))
    .$if(network !== undefined, (query) => query.where('network', '=', network ?? 'x'))
    .limit(10)
    .execute()

/** Up to `limit` people whose handle or name begins so. */
export async function personsLike(tx: Tx, prefix: string, limit: number): Promise<Person[]> {
  const from = lower(prefix)
  const byHandle = await tx
    .selectFrom('person')
    .selectAll()
    .where(sql<string>`lower(handle)`, '>=', from)
    .where(sql<string>`lower(handle)`, '<', behind(from))
    .orderBy(sql`lower(handle)`)
    .limit(limit)
    .execute()
  const byName = await tx
    .selectFrom('person')
    .selectAll()
    .where(sql<string>`lower(name)`, '>=', from)
    .where(sql<string>`lower(name)`, '<', behind(from))
    .orderBy(sql`lower(name)`)
    .limit(limit)
    .execute()
  const both = new Map([...byHandle, ...byName].map((person) => [person.id, person]))
  return [...both.values()].slice(0, limit)
}
