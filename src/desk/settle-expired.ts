import type { Delivery } from '../store/outbox.ts'
import type { Act } from './act.ts'
import { settleVariant } from './schedule/settle-variant.ts'
import { settleDraft } from './settle-draft.ts'

/** It was too late to go out: a person sees what did not, and nothing goes out after its time. */
export async function settleExpired(act: Act, delivery: Delivery): Promise<void> {
  if (delivery.target !== 'network') return
  const fate = { status: 'rejected', reason: 'expired' } as const
  if (delivery.subject === 'draft') await settleDraft(act, delivery.subject_id, fate)
  if (delivery.subject === 'post') await settleVariant(act, delivery, fate)
}
