import type { Conversation, Message, Person } from '../../store/conversations.ts'
import type { Tx } from '../../store/database.ts'
import type { Page } from '../receive.ts'

/** What the store knows of everything that a page names; kept true while the page is taken in. */
export interface Known {
  messages: Map<string, Message>
  /** Current conversations by thread key. */
  conversations: Map<string, Conversation>
  persons: Map<string, Person>
  /** Messages of this page whose text goes into the index when the page is in. */
  unindexed: Set<number>
}

/** Reads all of it in three queries, whatever the page's length. */
export async function lookUp(tx: Tx, page: Page): Promise<Known> {
  const { network, account } = page
  const written = page.changes.filter((change) => change.kind !== 'deleted')
  const ids = page.changes.map((change) => change.id)
  if (ids.length === 0)
    return { messages: new Map(), conversations: new Map(), persons: new Map(), unindexed: new Set() }
  const messages = await tx
    .selectFrom('message')
    .selectAll()
    .where('network', '=', network)
    .where('account', '=', account)
    .where('external_id', 'in', ids)
    .execute()
  const conversations = await tx
    .selectFrom('conversation')
    .selectAll()
    .where('network', '=', network)
    .where('account', '=', account)
    .where('current', '=', 1)
    .where('thread_key', 'in', ['', ...written.map((change) => change.threadKey)])
    .execute()
  const persons = await tx
    .selectFrom('person')
    .selectAll()
    .where('network', '=', network)
    .where('account', '=', account)
    .where('external_id', 'in', ['', ...written.map((change) => change.author.id)])
    .execute()
  return {
    messages: new Map(messages.map((it) => [it.external_id, it])),
    conversations: new Map(conversations.map((it) => [it.thread_key, it])),
    persons: new Map(persons.map((it) => [it.external_id, it])),
    unindexed: new Set(),
  }
}
