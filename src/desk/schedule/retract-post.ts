import { NETWORK_LABEL } from '../../model/network.ts'
import { Refused } from '../../model/refused.ts'
import { record } from '../../store/history.ts'
import { cancel } from '../../store/outbox.ts'
import { postById, type Variant, variantById } from '../../store/posts.ts'
import type { Act } from '../act.ts'
import { requireSender } from '../send-rights.ts'
import { reviseAnnouncement } from './announce.ts'
import { RETRACT_WANTED } from './retract-wanted.ts'
import { queueRetraction } from './settle-variant.ts'

/**
 * Takes a post back from one network: one that has not left yet stays inside, one that is out is deleted where the
 * network lets us. Of one that is leaving or whose outcome is unknown the wish is kept, and carried out as soon as it is
 * found.
 */
export async function retractPost(act: Act, id: number): Promise<void> {
  requireSender(act)
  const variant = await variantById(act.tx, id)
  if (!['queued', 'sent', 'unknown'].includes(variant.state) || variant.reason === RETRACT_WANTED)
    throw new Refused('post-decided', { post: variant.post, state: variant.state })
  const change = (await staysInside(act, variant))
    ? ({ state: 'cancelled', reason: null } as const)
    : { reason: RETRACT_WANTED }
  if (change.reason !== null && !act.networks.get(variant.network)?.limits.retract)
    throw new Refused('post-cannot-retract', { network: NETWORK_LABEL[variant.network] })
  await act.tx.updateTable('variant').set(change).where('id', '=', id).execute()
  if (variant.state === 'sent') await queueRetraction(act, variant)
  await record(act, 'retract', { post: variant.post, detail: variant.network })
  await reviseAnnouncement(act, await postById(act.tx, variant.post))
}

const staysInside = async (act: Act, { state, delivery }: Variant): Promise<boolean> =>
  state === 'queued' && delivery !== null && (await cancel(act, delivery, 'by-hand'))
