import type { Place } from '../../commands/command.ts'
import type { ChatEvent } from '../model/chat.ts'
import { conversationAt, isOurs } from '../store/conversation-at.ts'
import { conversationOfThread } from '../store/conversations.ts'
import type { Tx } from '../store/database.ts'
import { mayAct } from './who.ts'

/**
 * Where something was done, and in which conversation's thread. A command that was given about a thread may name any
 * message of it: where that is no conversation's, null.
 */
export async function placeOf(tx: Tx, platform: string, event: ChatEvent): Promise<Place | null> {
  const { channel } = event
  const thread = event.thread ?? null
  if (thread === null) return { platform, channel, thread, conversation: null }
  const about = event.kind === 'command' ? conversationAt : conversationOfThread
  const conversation = await about(tx, platform, channel, thread)
  if (conversation === null && event.kind === 'command') return null
  return { platform, channel, thread, conversation: conversation?.id ?? null }
}

/** Where somebody asks for something about a thread, any message of which may be named. */
export async function placeAt(tx: Tx, platform: string, channel: string, thread: string | null): Promise<Place> {
  const conversation = thread === null ? null : await conversationAt(tx, platform, channel, thread)
  return { platform, channel, thread, conversation: conversation?.id ?? null }
}

/** What people say among themselves, and what they do in threads that are not ours. */
export async function isForNobody(tx: Tx, platform: string, event: ChatEvent): Promise<boolean> {
  if (event.kind === 'command') return (await placeOf(tx, platform, event)) === null
  if (event.kind !== 'message' || mayAct(event)) return false
  if (event.thread === null) return true
  if ((await placeOf(tx, platform, event))?.conversation != null) return false
  return !(await isOurs(tx, platform, event.channel, event.thread))
}
