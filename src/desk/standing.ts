import { digestOf } from '../store/digests.ts'
import { unsettled } from '../store/unsettled.ts'
import type { Act } from './act.ts'

/** Where a conversation stands on a platform: in its thread, in one that is being opened, in a digest alone, or nowhere. */
export async function standing(
  act: Act,
  platform: string,
  conversation: number,
): Promise<{ in: 'thread' | 'nothing' } | { in: 'opening'; delivery: number } | { in: 'digest'; digest: number }> {
  const thread = await act.tx
    .selectFrom('thread')
    .select('ref')
    .where('conversation', '=', conversation)
    .where('platform', '=', platform)
    .where('role', '=', 'main')
    .executeTakeFirst()
  if (thread) return { in: 'thread' }
  const delivery = await opening(act, platform, conversation)
  if (delivery !== null) return { in: 'opening', delivery }
  const item = await digestOf(act.tx, platform, conversation)
  return item && !item.opened ? { in: 'digest', digest: item.digest } : { in: 'nothing' }
}

/** The delivery that opens a thread which does not exist yet; null where none does. */
export async function opening(act: Act, platform: string, conversation: number): Promise<number | null> {
  const row = await act.tx
    .selectFrom('delivery')
    .select('id')
    .where('subject', '=', 'card')
    .where('subject_id', '=', conversation)
    .where('to', '=', platform)
    .where('verb', '=', 'open')
    .where(unsettled)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.id ?? null
}
