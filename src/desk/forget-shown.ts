import type { Delivery } from '../store/outbox.ts'
import type { Subject } from '../store/tables.ts'
import type { Act } from './act.ts'

/** A message of ours is not in the chat any more: nothing of it can be revised or answered. */
export const forgetMessage = (
  act: Act,
  platform: string,
  channel: string,
  ref: string,
  { subject, subject_id }: Pick<Delivery, 'subject' | 'subject_id'>,
) =>
  act.tx
    .deleteFrom('chat_message')
    .where('platform', '=', platform)
    .where('subject', '=', subject)
    .where('subject_id', '=', subject_id)
    .where('channel', '=', channel)
    .where('ref', '=', ref)
    .execute()

/** The same for a thread and everything in it. */
export async function forgetThread(
  act: Act,
  platform: string,
  conversation: number,
  { channel, ref }: { channel: string; ref: string },
): Promise<void> {
  await act.tx
    .deleteFrom('thread')
    .where('conversation', '=', conversation)
    .where('platform', '=', platform)
    .where('channel', '=', channel)
    .where('ref', '=', ref)
    .execute()
  const stood = (subject: Subject) =>
    act.tx
      .deleteFrom('chat_message')
      .where('platform', '=', platform)
      .where('subject', '=', subject)
      .where('channel', '=', channel)
      .where('thread', '=', ref)
  const of = (table: 'message' | 'draft') =>
    act.tx.selectFrom(table).select('id').where('conversation', '=', conversation)
  await stood('card').where('subject_id', '=', conversation).execute()
  await stood('message').where('subject_id', 'in', of('message')).execute()
  await stood('draft').where('subject_id', 'in', of('draft')).execute()
}
