import { NETWORK_LABEL } from '../../model/network.ts'
import { Refused } from '../../model/refused.ts'
import { record } from '../../store/history.ts'
import { postById, variantById } from '../../store/posts.ts'
import type { Act } from '../act.ts'
import { requireSender } from '../send-rights.ts'
import { reviseAnnouncement } from './announce.ts'
import { queueRetraction, RETRACT_WANTED } from './settle-variant.ts'

/** Takes a post back from one network, where that lets us. */
export async function retractPost(act: Act, id: number): Promise<void> {
  requireSender(act)
  const variant = await variantById(act.tx, id)
  const network = NETWORK_LABEL[variant.network]
  if (!act.networks.get(variant.network)?.limits.retract) throw new Refused('post-cannot-retract', { network })
  if (variant.state !== 'sent' || variant.reason === RETRACT_WANTED)
    throw new Refused('post-decided', { post: variant.post, state: variant.state })
  await act.tx.updateTable('variant').set({ reason: RETRACT_WANTED }).where('id', '=', id).execute()
  await queueRetraction(act, variant)
  await record(act, 'retract', { post: variant.post, detail: variant.network })
  await reviseAnnouncement(act, await postById(act.tx, variant.post))
}
