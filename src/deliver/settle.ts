import type { Done } from '../deliver.ts'
import type { Act } from '../desk/act.ts'
import { settleLike } from '../desk/like.ts'
import { settleModeration } from '../desk/moderate.ts'
import { settleVariant } from '../desk/schedule/settle-variant.ts'
import { settleRefused, settleShown } from '../desk/settle-chat.ts'
import { type Fate, settleDraft, settleRetraction } from '../desk/settle-draft.ts'
import { MINUTE, SECOND } from '../model/clock.ts'
import type { Delivery } from '../store/outbox.ts'
import { conclude, HARMLESS } from '../store/outbox-worker.ts'
import { moderationOf } from './call.ts'
import { keepBack, letThrough } from './held.ts'

/** So often a network is asked for what may be done twice. */
const HARMLESS_TRIES = 8

/** Writes how a call ended: the delivery, and whatever it was about. In the transaction of the turn. */
export async function settle(act: Act, { delivery, call, outcome, probed = false }: Done): Promise<void> {
  const { tx, now } = act
  const answered = outcome.status === 'published' || outcome.status === 'rejected'
  if (answered && delivery.target === 'network') await letThrough(act, delivery)
  switch (outcome.status) {
    case 'published':
      await conclude(tx, delivery, {
        state: 'sent',
        settled_at: now,
        result_id: outcome.id,
        result_url: outcome.url,
        reason: null,
      })
      if (call.kind === 'chat') {
        if (delivery.verb !== 'revise') await settleShown(act, delivery, call.rendered, outcome.id)
        return
      }
      return settleSubject(act, delivery, outcome)
    case 'rejected':
      if (call.kind === 'chat') return settleRefused(act, delivery, call.rendered, outcome)
      await conclude(tx, delivery, { state: 'rejected', settled_at: now, reason: outcome.reason })
      return settleSubject(act, delivery, outcome)
    case 'later': {
      const delay = Math.max(Math.min(outcome.after, leftOf(act, delivery)), backoff(delivery.attempts))
      if (outcome.scope === 'rate') await keepBack(act, delivery, outcome, probed)
      await conclude(tx, delivery, { state: 'queued', reason: outcome.reason, not_before: act.steady + delay, delay })
      return settleSubject(act, delivery, outcome)
    }
    case 'unknown':
      if (HARMLESS.includes(delivery.verb)) {
        // A network that never says what came of it is not asked for ever: each try may cost what replies need.
        if (delivery.target === 'network' && delivery.attempts >= HARMLESS_TRIES) {
          await conclude(tx, delivery, { state: 'rejected', settled_at: now, reason: 'cannot-tell' })
          return settleSubject(act, delivery, { status: 'rejected', reason: 'cannot-tell' })
        }
        const delay = backoff(delivery.attempts)
        return conclude(tx, delivery, {
          state: 'queued',
          reason: outcome.reason,
          not_before: act.steady + delay,
          delay,
        })
      }
      await conclude(tx, delivery, {
        state: 'unknown',
        reason: outcome.reason,
        not_before: act.steady + backoff(1),
        delay: backoff(1),
      })
      return settleSubject(act, delivery, outcome)
    default:
      return outcome satisfies never
  }
}

/** Tells what the delivery was about: a reply, a post's variant, a like, a moderation. Chat deliveries have nothing more to tell. */
export async function settleSubject(
  act: Act,
  delivery: Delivery,
  fate: Exclude<Fate, { status: 'sending' }>,
): Promise<void> {
  if (delivery.target === 'chat') return
  if (delivery.verb === 'like') return fate.status === 'person' ? undefined : settleLike(act, delivery.subject_id, fate)
  if (delivery.verb === 'moderate') {
    const { verdict } = moderationOf(delivery)
    return fate.status === 'person' ? undefined : settleModeration(act, delivery.subject_id, verdict, fate)
  }
  if (delivery.verb === 'retract' && delivery.subject === 'draft')
    return fate.status === 'person' ? undefined : settleRetraction(act, delivery.subject_id, fate)
  if (delivery.subject === 'draft') return settleDraft(act, delivery.subject_id, fate)
  if (delivery.subject === 'post') return settleVariant(act, delivery, fate)
}

/** Ms until it is too late to go out: then it comes up once more, for people to hear of it at that moment. */
const leftOf = ({ now }: Act, { not_after }: Delivery): number =>
  not_after === null ? Number.POSITIVE_INFINITY : Math.max(0, not_after - now + 1)

/** Doubling from a second to five minutes, with jitter so that what failed together does not return together. */
export function backoff(attempts: number): number {
  const full = Math.min(SECOND * 2 ** Math.max(0, attempts - 1), 5 * MINUTE)
  return Math.round(full / 2 + Math.random() * (full / 2))
}
