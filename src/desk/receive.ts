import type { Change } from '../model/change.ts'
import type { NetworkName } from '../model/network.ts'
import { indexTexts } from '../store/message-text.ts'
import type { Act } from './act.ts'
import { applyDeletion, applyEdit } from './receive/amend.ts'
import { appendMessage } from './receive/append.ts'
import { findConversation } from './receive/find-conversation.ts'
import { identify } from './receive/identify.ts'
import { type Known, lookUp } from './receive/look-up.ts'
import { tellGap } from './receive/tell-gap.ts'
import { forgetAside } from './set-aside.ts'

export interface Page {
  network: NetworkName
  account: string
  source: string
  changes: Change[]
  /**
   * Where to read on; kept in the same transaction as the page's messages, so that neither can be ahead of the other.
   * Null for a part of a page: then the cursor stays.
   */
  cursor: string | null
  /** A stretch, UTC ms, that the network no longer gives: told in the same transaction as the cursor that passes it by. */
  gap?: { from: number; to: number }
}

/**
 * Takes in one page from a network: each message once, in exactly one conversation, its thread in the outbox. An edit
 * or a deletion may come before its original.
 */
export async function receive(act: Act, page: Page): Promise<void> {
  const known = await lookUp(act.tx, page)
  for (const change of page.changes) await take(act, page.network, change, known)
  await indexTexts(act.tx, [...known.unindexed])
  if (page.gap) await tellGap(act, page.network, page.gap)
  if (page.cursor !== null) await keepCursor(act, { ...page, cursor: page.cursor })
}

const keepCursor = (act: Act, page: Page & { cursor: string }) =>
  act.tx
    .insertInto('source_cursor')
    .values({ network: page.network, account: page.account, source: page.source, cursor: page.cursor, at: act.now })
    .onConflict((it) => it.columns(['network', 'account', 'source']).doUpdateSet({ cursor: page.cursor, at: act.now }))
    .execute()

async function take(act: Act, network: NetworkName, change: Change, known: Known): Promise<void> {
  const message = known.messages.get(change.id)
  if (change.kind !== 'created') await forgetAside(act, network, change)
  if (change.kind === 'deleted') return applyDeletion(act, network, change, message, known)
  if (message) return applyEdit(act, change, message, known)
  const person = await identify(act, network, change, known)
  const conversation = person.ignored ? null : await findConversation(act, network, change, person, known)
  await appendMessage(act, network, change, person, conversation, known)
}
