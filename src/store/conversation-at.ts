import { type Conversation, conversationOfThread } from './conversations.ts'
import type { Tx } from './database.ts'

/**
 * The conversation in whose thread a message stands: its root, anything of ours, or what a colleague typed there and
 * became a draft. Null for a message of which nothing is known.
 */
export async function conversationAt(
  tx: Tx,
  platform: string,
  channel: string,
  ref: string,
): Promise<Conversation | null> {
  const root = await conversationOfThread(tx, platform, channel, ref)
  if (root) return root
  const ours = await tx
    .selectFrom('chat_message')
    .select('thread')
    .where('platform', '=', platform)
    .where('channel', '=', channel)
    .where('ref', '=', ref)
    .executeTakeFirst()
  if (ours) return conversationOfThread(tx, platform, channel, ours.thread)
  const typed = await tx
    .selectFrom('draft')
    .innerJoin('conversation', 'conversation.id', 'draft.conversation')
    .innerJoin('thread', 'thread.conversation', 'conversation.id')
    .selectAll('conversation')
    .where('draft.source_platform', '=', platform)
    .where('draft.source_message', '=', ref)
    .where('thread.platform', '=', platform)
    .where('thread.channel', '=', channel)
    .executeTakeFirst()
  return typed ?? null
}

/** Whether a message in a chat is one of ours. */
export async function isOurs(tx: Tx, platform: string, channel: string, ref: string): Promise<boolean> {
  const row = await tx
    .selectFrom('chat_message')
    .select('id')
    .where('platform', '=', platform)
    .where('channel', '=', channel)
    .where('ref', '=', ref)
    .executeTakeFirst()
  return row !== undefined
}
