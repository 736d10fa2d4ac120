import type { Tx } from '../../store/database.ts'
import { cancel, type Delivery } from '../../store/outbox.ts'
import { conclude } from '../../store/outbox-worker.ts'
import { unsettled } from '../../store/unsettled.ts'
import type { Act } from '../act.ts'

/** The publications of a variant that went out, one a part, first part first. */
export const partsOut = (tx: Tx, variant: number): Promise<Delivery[]> =>
  deliveriesOf(tx, variant, 'publish').where('state', '=', 'sent').orderBy('part').execute()

/** Those of them that stand there still: they were not taken back. */
export async function partsStanding(tx: Tx, variant: number): Promise<Delivery[]> {
  const gone = await deliveriesOf(tx, variant, 'retract').where('state', '=', 'sent').execute()
  return (await partsOut(tx, variant)).filter(({ part }) => !gone.some((it) => it.part === part))
}

/** What is still to come of a publication or of its taking back, first part first. */
export const partsToCome = (tx: Tx, variant: number, verb: 'publish' | 'retract' = 'publish'): Promise<Delivery[]> =>
  deliveriesOf(tx, variant, verb).where(unsettled).orderBy('part').execute()

/** Keeps inside what has not begun to leave; what may be out already (`unknown`) is left to its look-up. */
export async function keepPartsInside(act: Act, variant: number): Promise<void> {
  for (const { id, state } of await partsToCome(act.tx, variant))
    if (state === 'queued') await cancel(act, id, 'by-hand')
}

/** Nothing more of a thread goes out: one part of it did not, and what would follow hangs in the air. */
export async function stopParts(act: Act, variant: number, ended: Delivery): Promise<void> {
  for (const delivery of await partsToCome(act.tx, variant))
    if (delivery.id !== ended.id)
      await conclude(act.tx, delivery, {
        state: 'cancelled',
        person: 0,
        settled_at: act.now,
        reason: 'part-before',
      })
}

const deliveriesOf = (tx: Tx, variant: number, verb: 'publish' | 'retract') =>
  tx
    .selectFrom('delivery')
    .selectAll()
    .where('target', '=', 'network')
    .where('subject', '=', 'post')
    .where('subject_id', '=', variant)
    .where('verb', '=', verb)
