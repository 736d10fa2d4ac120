import { sql } from 'kysely'
import { CARE_KINDS, type CareKind, URGENT_KINDS } from '../model/care.ts'
import type { Tx } from './database.ts'

/** Written out, not bound: SQLite uses a partial index only where it sees the condition. */
const standing = sql<boolean>`care.cleared_at is null`

/** The numbers of the conversations with a mark of one of these kinds. */
export const markedConversations = (tx: Tx, kinds: readonly CareKind[]) =>
  tx.selectFrom('care').select('care.conversation').where(standing).where('care.kind', 'in', kinds)

/** The marks that stand on conversations, the most urgent first. */
export async function standingCare(tx: Tx, conversations: readonly number[]): Promise<Map<number, CareKind[]>> {
  if (conversations.length === 0) return new Map()
  const rows = await tx
    .selectFrom('care')
    .select(['conversation', 'kind'])
    .where('conversation', 'in', conversations)
    .where(standing)
    .execute()
  const kindsOf = (number: number) => rows.filter((it) => it.conversation === number).map((it) => it.kind)
  return new Map(
    conversations.map((number) => [number, CARE_KINDS.filter((kind) => kindsOf(number).includes(kind))] as const),
  )
}

export const standingCareOf = async (tx: Tx, conversation: number): Promise<CareKind[]> =>
  (await standingCare(tx, [conversation])).get(conversation) ?? []

/** Whether a person has to look first, at this conversation or at another open one with the same reader. */
export async function needsPerson(tx: Tx, conversation: number, person: number): Promise<boolean> {
  const row = await tx
    .selectFrom('conversation as c')
    .select('c.id')
    .where('c.id', 'in', markedConversations(tx, URGENT_KINDS))
    .where((eb) =>
      eb.or([eb('c.id', '=', conversation), eb.and([eb('c.person', '=', person), sql<boolean>`c.state = 'open'`])]),
    )
    .executeTakeFirst()
  return row !== undefined
}

/** Writes down a mark; one that a person took off stands again. */
export const writeCare = (tx: Tx, conversation: number, kinds: readonly CareKind[], now: number) =>
  tx
    .insertInto('care')
    .values(kinds.map((kind) => ({ conversation, kind, at: now })))
    .onConflict((it) =>
      it.columns(['conversation', 'kind']).doUpdateSet({ at: now, cleared_at: null, cleared_by: null }),
    )
    .execute()

/** Takes all marks off a conversation; they stay written down, with who did it. */
export const clearMarks = (tx: Tx, conversation: number, by: string, now: number) =>
  tx
    .updateTable('care')
    .set({ cleared_at: now, cleared_by: by })
    .where('conversation', '=', conversation)
    .where(standing)
    .execute()
