import { unsettled } from '../store/unsettled.ts'
import type { Act } from './act.ts'
import type { ThreadOf } from './queue-chat.ts'
import { reviseInThread } from './thread.ts'

/**
 * Has the line of a draft in the thread say how it stands now. One that was asked about and never in the hold has none;
 * one that was taken out of the hold by an edit keeps the line that it had there.
 */
export async function reviseDraft(act: Act, conversation: ThreadOf, draft: number): Promise<void> {
  if (await hasLine(act, draft)) await reviseInThread(act, conversation, 'draft', draft)
}

async function hasLine({ tx }: Act, draft: number): Promise<boolean> {
  const shown = await tx
    .selectFrom('chat_message')
    .select('id')
    .where('subject', '=', 'draft')
    .where('subject_id', '=', draft)
    .executeTakeFirst()
  if (shown) return true
  const coming = await tx
    .selectFrom('delivery')
    .select('id')
    .where('target', '=', 'chat')
    .where('subject', '=', 'draft')
    .where('subject_id', '=', draft)
    .where(unsettled)
    .executeTakeFirst()
  return coming !== undefined
}
