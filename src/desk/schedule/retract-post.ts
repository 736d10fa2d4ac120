import { NETWORK_LABEL } from '../../model/network.ts'
import { Refused } from '../../model/refused.ts'
import { record } from '../../store/history.ts'
import { postById, type Variant, variantById } from '../../store/posts.ts'
import type { Act } from '../act.ts'
import { requireSender } from '../send-rights.ts'
import { reviseAnnouncement } from './announce.ts'
import { mayBeTakenBack } from './may-be-taken-back.ts'
import { keepPartsInside, partsStanding, partsToCome } from './parts-out.ts'
import { RETRACT_WANTED } from './retract-wanted.ts'
import { queueRetraction } from './settle-variant.ts'

/**
 * Takes a post back from one network: what has not left yet stays inside, what is out is deleted where the network lets
 * us, of a thread each part. Of what is leaving or of unknown outcome the wish is kept, and carried out as soon as it is
 * found.
 */
export async function retractPost(act: Act, id: number): Promise<void> {
  requireSender(act)
  const variant = await variantById(act.tx, id)
  const standing = (await partsStanding(act.tx, id)).length > 0
  if (!mayBeTakenBack(variant, standing))
    throw new Refused('post-decided', { post: variant.post, state: variant.state })
  await keepPartsInside(act, id)
  const leaving = (await partsToCome(act.tx, id)).length > 0
  if ((standing || leaving) && !act.networks.get(variant.network)?.limits.retract)
    throw new Refused('post-cannot-retract', { network: NETWORK_LABEL[variant.network] })
  await act.tx.updateTable('variant').set(wish(standing, leaving)).where('id', '=', id).execute()
  if (standing && !leaving) await queueRetraction(act, variant)
  await record(act, 'retract', { post: variant.post, detail: variant.network })
  await reviseAnnouncement(act, await postById(act.tx, variant.post))
}

const wish = (standing: boolean, leaving: boolean): Partial<Variant> => {
  if (leaving) return { reason: RETRACT_WANTED }
  return standing ? { state: 'sent', reason: RETRACT_WANTED } : { state: 'cancelled', reason: null }
}
