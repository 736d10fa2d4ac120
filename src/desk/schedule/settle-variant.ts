import { record } from '../../store/history.ts'
import { type Delivery, enqueue, PRIORITY } from '../../store/outbox.ts'
import { postById, type Variant, variantById } from '../../store/posts.ts'
import type { Act } from '../act.ts'
import type { Fate } from '../settle-draft.ts'
import { reviseAnnouncement } from './announce.ts'
import { variantKey } from './hand-over.ts'
import { RETRACT_WANTED } from './retract-wanted.ts'

/** Writes what became of a post on one network, where everybody sees it: the variant, its announcement, history. */
export async function settleVariant(act: Act, delivery: Delivery, fate: Exclude<Fate, { status: 'sending' }>) {
  const variant = await variantById(act.tx, delivery.subject_id)
  const changed = delivery.verb === 'retract' ? takenBack(fate) : published(variant, fate)
  if (!changed) return
  await act.tx.updateTable('variant').set(changed).where('id', '=', variant.id).execute()
  const wanted = variant.reason === RETRACT_WANTED && changed.state === 'sent' && delivery.verb === 'publish'
  if (wanted) await queueRetraction(act, { ...variant, external_id: changed.external_id ?? null })
  if (changed.state !== variant.state)
    await record(act, `post-${changed.state}`, { post: variant.post, detail: variant.network })
  await reviseAnnouncement(act, await postById(act.tx, variant.post))
}

/** Puts the deletion of a variant that is out in the outbox. */
export async function queueRetraction(act: Act, variant: Variant): Promise<void> {
  await enqueue(act, {
    target: 'network',
    to: variant.network,
    account: variant.account,
    verb: 'retract',
    orderKey: variantKey(variant),
    rateKey: `network:${variant.network}:${variant.account}`,
    priority: PRIORITY.reply,
    subject: 'post',
    subjectId: variant.id,
    body: { id: variant.external_id },
  })
}

/** What a network has not been asked: a person may still have it sent. */
const NOT_TRIED: readonly string[] = ['expired', 'paused']

type Changed = Pick<Variant, 'state' | 'reason'> & Partial<Pick<Variant, 'external_id' | 'url'>>

function published(variant: Variant, fate: Exclude<Fate, { status: 'sending' }>): Changed {
  const kept = variant.reason === RETRACT_WANTED ? RETRACT_WANTED : null
  switch (fate.status) {
    case 'published':
      return { state: 'sent', reason: kept, external_id: fate.id, url: fate.url }
    case 'later':
      return { state: 'queued', reason: kept ?? fate.reason }
    case 'rejected':
      if (kept) return { state: 'cancelled', reason: null }
      return { state: NOT_TRIED.includes(fate.reason) ? 'expired' : 'refused', reason: fate.reason }
    case 'unknown':
      return { state: 'unknown', reason: kept ?? fate.reason }
    case 'person':
      return { state: 'person', reason: kept ?? fate.reason }
    default:
      return fate satisfies never
  }
}

/** Null: it is tried again, and nothing has changed yet. */
function takenBack(fate: Exclude<Fate, { status: 'sending' }>): Changed | null {
  if (fate.status === 'published') return { state: 'retracted', reason: null }
  return fate.status === 'rejected' ? { state: 'sent', reason: fate.reason } : null
}
