import { type Selectable, sql } from 'kysely'
import { Refused } from '../model/refused.ts'
import type { Tx } from './database.ts'
import type { DraftTable } from './tables.ts'

export type Draft = Selectable<DraftTable>

export async function draftById(tx: Tx, id: number): Promise<Draft> {
  const row = await tx.selectFrom('draft').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refused('no-draft', { draft: id })
  return row
}

/**
 * What a person of the public has said in a conversation so far, as two numbers: their newest message, and a count that
 * goes up with each edit and deletion. A draft made at other numbers is stale.
 */
export async function seenOf(
  tx: Tx,
  conversation: number,
  person: number,
): Promise<{ message: number; revision: number }> {
  const row = await tx
    .selectFrom('message')
    .select((eb) => [
      eb.fn.max('id').as('message'),
      sql<number>`sum(revision + case when state = 'deleted' then 1 else 0 end)`.as('revision'),
    ])
    .where('conversation', '=', conversation)
    .where('person', '=', person)
    .executeTakeFirst()
  return { message: row?.message ?? 0, revision: row?.revision ?? 0 }
}

/**
 * Since when the public waits in a conversation: the oldest message that no answer of ours reaches, counted per person,
 * automatic answers left out, and people who are ignored; null when nobody waits.
 */
export async function waitingSince(tx: Tx, conversation: number): Promise<number | null> {
  const row = await tx
    .selectFrom('message as m')
    .select((eb) => eb.fn.min('m.received_at').as('since'))
    .where('m.conversation', '=', conversation)
    .where('m.direction', '=', 'in')
    .where('m.state', '=', 'live')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('person')
          .select('person.id')
          .whereRef('person.id', '=', 'm.person')
          .where('person.ignored', '=', 0),
      ),
    )
    .where((eb) =>
      eb(
        'm.ordinal',
        '>',
        eb.fn.coalesce(
          eb
            .selectFrom('draft as d')
            .innerJoin('message as answered', 'answered.id', 'd.message')
            .select((inner) => inner.fn.max('answered.ordinal').as('ordinal'))
            .whereRef('d.conversation', '=', 'm.conversation')
            .whereRef('answered.person', '=', 'm.person')
            .where('d.state', '=', 'sent')
            .where('d.kind', '<>', 'auto'),
          sql<number>`0`,
        ),
      ),
    )
    .executeTakeFirst()
  return row?.since ?? null
}
