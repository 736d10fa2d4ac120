import { DAY } from '../model/clock.ts'
import type { MessageKind, NetworkName } from '../model/network.ts'
import type { Tx } from './database.ts'

/** Which messages of the public are looked at again. Moments are UTC ms. */
export interface Due {
  network: NetworkName
  account: string
  /** Last looked at before this. */
  checkedBefore: number
  /** Written after this. */
  writtenAfter: number
  limit: number
}

/** The network's clock and ours may differ by less than this. */
const SKEW = DAY

/**
 * What has to be looked at again: that of open conversations first, then what was looked at longest ago. A message was
 * seen when it came in, so what was last seen before `writtenAfter` is too old by itself, and the index leaves it out.
 */
export async function dueForCheck(
  tx: Tx,
  { network, account, checkedBefore, writtenAfter, limit }: Due,
): Promise<{ id: string; threadKey: string; kind: MessageKind }[]> {
  const rows = await tx
    .selectFrom('message')
    .leftJoin('conversation', 'conversation.id', 'message.conversation')
    .select(['message.external_id as id', 'message.kind', 'conversation.thread_key as threadKey'])
    .where('message.network', '=', network)
    .where('message.account', '=', account)
    .where('message.direction', '=', 'in')
    .where('message.state', '=', 'live')
    .where('message.checked_at', '<=', checkedBefore)
    .where('message.checked_at', '>', writtenAfter - SKEW)
    .where('message.at', '>', writtenAfter)
    .orderBy((eb) => eb.case().when('conversation.state', '=', 'open').then(0).else(1).end())
    .orderBy('message.checked_at')
    .limit(limit)
    .execute()
  return rows.map(({ id, kind, threadKey }) => ({ id, kind, threadKey: threadKey ?? id }))
}

/** They were looked at now. */
export const markChecked = (act: { tx: Tx; now: number }, network: NetworkName, account: string, ids: string[]) =>
  act.tx
    .updateTable('message')
    .set({ checked_at: act.now })
    .where('network', '=', network)
    .where('account', '=', account)
    .where('external_id', 'in', ids)
    .execute()
