import { record } from '../../store/history.ts'
import { cancel, type Delivery, enqueue, PRIORITY } from '../../store/outbox.ts'
import { postById, type Variant, variantById } from '../../store/posts.ts'
import type { Act } from '../act.ts'
import type { Fate } from '../settle-draft.ts'
import { reviseAnnouncement } from './announce.ts'
import { variantKey } from './hand-over.ts'
import { partsOut, partsStanding, partsToCome } from './parts-out.ts'
import { RETRACT_WANTED } from './retract-wanted.ts'
import { stopThread } from './stop-thread.ts'

/** Writes what became of a post on one network, where everybody sees it: the variant, its announcement, history. */
export async function settleVariant(act: Act, delivery: Delivery, fate: Settled): Promise<void> {
  const variant = await variantById(act.tx, delivery.subject_id)
  const taking = delivery.verb === 'retract'
  const changed = await (taking ? takenBack(act, variant, fate) : published(act, variant, delivery, fate))
  if (!changed) return
  await act.tx.updateTable('variant').set(changed).where('id', '=', variant.id).execute()
  const wanted = variant.reason === RETRACT_WANTED && changed.state === 'sent' && !taking
  if (wanted) await queueRetraction(act, { ...variant, ...changed })
  if (changed.state !== variant.state)
    await record(act, `post-${changed.state}`, { post: variant.post, detail: variant.network })
  const post = await postById(act.tx, variant.post)
  if (!taking && fate.status === 'rejected' && changed.state !== 'sent') await stopThread(act, post, variant, delivery)
  await reviseAnnouncement(act, post)
}

/** Puts the deletion of what stands of a variant in the outbox; of a thread the last part goes first. */
export async function queueRetraction(act: Act, variant: Variant): Promise<void> {
  for (const { part, result_id } of (await partsStanding(act.tx, variant.id)).reverse())
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
      body: { id: (part === 1 ? variant.external_id : null) ?? result_id },
      part,
    })
}

type Settled = Exclude<Fate, { status: 'sending' }>

/** What a network has not been asked: a person may still have it sent. */
const NOT_TRIED: readonly string[] = ['expired', 'paused']

type Changed = Pick<Variant, 'state' | 'reason'> & Partial<Pick<Variant, 'external_id' | 'url' | 'delivery'>>

async function published(
  act: Act,
  variant: Variant,
  { id: delivery, part }: Delivery,
  fate: Settled,
): Promise<Changed> {
  const kept = variant.reason === RETRACT_WANTED ? RETRACT_WANTED : null
  switch (fate.status) {
    case 'published': {
      const [next] = await partsToCome(act.tx, variant.id)
      const stands = part === 1 ? { external_id: fate.id, url: fate.url } : {}
      if (next) return { state: 'queued', reason: kept, delivery: next.id, ...stands }
      return { state: 'sent', reason: kept, ...stands }
    }
    case 'later':
      if (kept && (await cancel(act, delivery, 'by-hand'))) return leftInside(act, variant)
      return { state: 'queued', reason: kept ?? fate.reason, delivery }
    case 'rejected':
      if (kept) return leftInside(act, variant)
      return { state: NOT_TRIED.includes(fate.reason) ? 'expired' : 'refused', reason: fate.reason, delivery }
    case 'unknown':
      return { state: 'unknown', reason: kept ?? fate.reason, delivery }
    case 'person':
      return { state: 'person', reason: kept ?? fate.reason, delivery }
    default:
      return fate satisfies never
  }
}

/** Wanted back, and what was to go out did not: of a thread the parts before it stand there still. */
const leftInside = async (act: Act, { id }: Variant): Promise<Changed> =>
  (await partsOut(act.tx, id)).length > 0
    ? { state: 'sent', reason: RETRACT_WANTED }
    : { state: 'cancelled', reason: null }

/** Null: it is tried again or has more parts to take back, and nothing has changed yet. */
async function takenBack(act: Act, { id }: Variant, fate: Settled): Promise<Changed | null> {
  if (fate.status !== 'published' && fate.status !== 'rejected') return null
  if ((await partsToCome(act.tx, id, 'retract')).length > 0) return null
  const [standing] = await partsStanding(act.tx, id)
  if (!standing) return { state: 'retracted', reason: null }
  return { state: 'sent', reason: fate.status === 'rejected' ? fate.reason : await whyNotTakenBack(act, id) }
}

async function whyNotTakenBack(act: Act, variant: number): Promise<string | null> {
  const row = await act.tx
    .selectFrom('delivery')
    .select('reason')
    .where('subject', '=', 'post')
    .where('subject_id', '=', variant)
    .where('verb', '=', 'retract')
    .where('state', '=', 'rejected')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.reason ?? null
}
