import { Refused } from '../../model/refused.ts'
import { record } from '../../store/history.ts'
import type { Delivery } from '../../store/outbox.ts'
import { conclude } from '../../store/outbox-worker.ts'
import { postById, type Variant, variantById } from '../../store/posts.ts'
import type { Act } from '../act.ts'
import { requireSender } from '../send-rights.ts'
import { reviseAnnouncement } from './announce.ts'
import { requireMoney, waitsForApproval } from './costs-approval.ts'
import { notAfter } from './decide-late.ts'
import { queueVariant } from './hand-over.ts'
import { stopParts } from './parts-out.ts'
import { settleVariant } from './settle-variant.ts'

/** A person has looked on the network where the program could not tell: the post is there, or is to be left. */
export async function settleByHand(act: Act, id: number, verdict: 'is-out' | 'drop'): Promise<void> {
  requireSender(act)
  const variant = await variantById(act.tx, id)
  if (variant.state !== 'person') throw new Refused('post-decided', { post: variant.post, state: variant.state })
  if (waitsForApproval(variant)) return dropUnapproved(act, variant, verdict)
  const delivery = await deliveryOf(act, variant)
  const out = `by-hand:${delivery.key}`
  await conclude(
    act.tx,
    delivery,
    verdict === 'is-out'
      ? { state: 'sent', person: 0, settled_at: act.now, result_id: out }
      : { state: 'cancelled', person: 0, settled_at: act.now },
  )
  await settleVariant(act, delivery, fateOf(verdict, variant, delivery, out))
  await record(act, verdict, { post: variant.post, detail: variant.network })
}

/** Nothing of it was handed to the network yet, so that there is nothing to find there. */
async function dropUnapproved(act: Act, variant: Variant, verdict: 'is-out' | 'drop'): Promise<void> {
  if (verdict === 'is-out') throw new Refused('post-decided', { post: variant.post, state: variant.state })
  await act.tx.updateTable('variant').set({ state: 'cancelled', reason: null }).where('id', '=', variant.id).execute()
  await record(act, verdict, { post: variant.post, detail: variant.network })
  await reviseAnnouncement(act, await postById(act.tx, variant.post))
}

/** A person sends a variant again, or after all: it is not there, it was too late to leave by itself, or it is dear. */
export async function publishAgain(act: Act, id: number): Promise<void> {
  requireSender(act)
  const variant = await variantById(act.tx, id)
  if (variant.state !== 'person' && variant.state !== 'expired')
    throw new Refused('post-decided', { post: variant.post, state: variant.state })
  const post = await postById(act.tx, variant.post)
  const until = await notAfter(act, post)
  await requireMoney(act, variant)
  if (variant.state === 'person' && !waitsForApproval(variant)) {
    const delivery = await deliveryOf(act, variant)
    await conclude(act.tx, delivery, { state: 'cancelled', person: 0, settled_at: act.now })
    await stopParts(act, id, delivery)
  }
  await queueVariant(act, post, variant, until)
  await record(act, waitsForApproval(variant) ? 'costs-approved' : 'send-again', {
    post: post.id,
    detail: variant.network,
  })
  await reviseAnnouncement(act, post)
}

/** What follows a part of a thread hangs under its id, which nobody knows of one that a person found. */
const fateOf = (verdict: 'is-out' | 'drop', { parts }: Variant, { part }: Delivery, out: string) => {
  if (verdict === 'drop') return { status: 'rejected', reason: 'not-found' } as const
  return part < parts
    ? ({ status: 'rejected', reason: 'part-by-hand' } as const)
    : ({ status: 'published', id: out, url: null } as const)
}

const deliveryOf = (act: Act, variant: Variant): Promise<Delivery> =>
  act.tx
    .selectFrom('delivery')
    .selectAll()
    .where('id', '=', variant.delivery ?? 0)
    .executeTakeFirstOrThrow()
