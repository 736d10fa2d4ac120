import { sql } from 'kysely'
import type { NetworkName } from '../model/network.ts'
import type { Tx } from './database.ts'

/** Where each of these messages stands, by its id on the network; what the station does not know is absent. */
export async function placedAt(
  tx: Tx,
  { network, account }: { network: NetworkName; account: string },
  ids: readonly string[],
): Promise<Map<string, { threadKey: string | null; ours: boolean }>> {
  if (ids.length === 0) return new Map()
  const messages = await tx
    .selectFrom('message')
    .leftJoin('conversation', 'conversation.id', 'message.conversation')
    .select(['message.external_id as id', 'message.direction', 'conversation.thread_key as threadKey'])
    .where('message.network', '=', network)
    .where('message.account', '=', account)
    .where('message.external_id', 'in', ids)
    .execute()
  // Each part of a thread is a delivery of its own; the post remembers the first alone.
  const posts = await tx
    .selectFrom('delivery')
    .select('result_id as id')
    .where(sql<boolean>`target = 'network' and verb = 'publish'`)
    .where('to', '=', network)
    .where('account', '=', account)
    .where('subject', '=', 'post')
    .where('result_id', 'in', ids)
    .execute()
  return new Map([
    ...posts.flatMap(({ id }) => (id === null ? [] : [[id, { threadKey: null, ours: true }] as const])),
    ...messages.map(({ id, direction, threadKey }) => [id, { threadKey, ours: direction === 'out' }] as const),
  ])
}
