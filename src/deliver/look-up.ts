import type { DeliverParts } from '../deliver.ts'
import type { Act } from '../desk/act.ts'
import { type Rendered, render } from '../desk/render.ts'
import { settleShown } from '../desk/settle-chat.ts'
import { MINUTE, SECOND } from '../model/clock.ts'
import type { Found, NetworkName } from '../model/network.ts'
import type { Delivery } from '../store/outbox.ts'
import { conclude, unknownDue } from '../store/outbox-worker.ts'
import { draftOf } from './call.ts'
import { backoff, settleSubject } from './settle.ts'

/** How long the network is asked before a person is. */
const PATIENCE = 10 * MINUTE
/** A chat that was slow to take a message may still be writing it down. */
const CHAT_VISIBILITY = 3 * SECOND
const BATCH = 20

/**
 * Looks up deliveries whose outcome is unknown, before anything else may happen with them: found settles them; absent
 * counts only after the visibility window; then a chat delivery is sent again, a public one only where the network's
 * own record proves it, else a person decides. The window is counted in steady time from the first look of this process,
 * and up to the beginning of the last: a clock that steps, or an answer that takes long, proves nothing.
 * @param first steady ms of the first look at each delivery, kept from one call to the next
 * @returns how many were looked up
 */
export async function lookUp(parts: DeliverParts, first: Map<number, number>): Promise<number> {
  const steady = parts.clock.steady()
  const due = await parts.store.db.transaction().execute((tx) => unknownDue(tx, steady, BATCH))
  if (due.length === 0) return 0
  const looked = await Promise.all(due.map(async (delivery) => ({ delivery, ...(await find(parts, delivery)) })))
  await parts.store.db.transaction().execute(async (tx) => {
    const act: Act = { ...parts.desk, tx, now: parts.clock.now(), steady: parts.clock.steady(), by: null }
    for (const it of looked) {
      const since = it.waits ? steady : (first.get(it.delivery.id) ?? steady)
      first.set(it.delivery.id, since)
      const open = await settleFound(parts, act, { ...it, since: steady - since })
      if (!open) first.delete(it.delivery.id)
    }
  })
  return looked.length
}

interface Looked {
  found: Found
  rendered: Rendered | null
  /** It was not asked about: it hangs under a part of its thread that is not known yet. */
  waits?: boolean
}

async function find(parts: DeliverParts, delivery: Delivery): Promise<Looked> {
  const unsure = { found: { status: 'cannot tell' } as const, rendered: null }
  try {
    if (delivery.target === 'network') {
      const draft = await parts.store.db.transaction().execute((tx) => draftOf(tx, delivery))
      if (draft === null) return { ...unsure, waits: true }
      const network = parts.networks.get(delivery.to as NetworkName)
      if (!network?.find) return unsure
      return {
        found: await network.find(draft, delivery.key, delivery.attempted_at ?? delivery.created_at),
        rendered: null,
      }
    }
    const chat = parts.chats.get(delivery.to)
    if (!chat?.find) return unsure
    const rendered = await parts.store.db
      .transaction()
      .execute((tx) =>
        render({ ...parts.desk, tx, now: parts.clock.now(), steady: parts.clock.steady(), by: null }, delivery),
      )
    if (!rendered) return { found: { status: 'absent' }, rendered: null }
    return { found: await chat.find(rendered.channel, rendered.thread, delivery.key), rendered }
  } catch (error) {
    parts.log.warn({ err: error, delivery: delivery.id }, 'an unknown outcome could not be looked up')
    return unsure
  }
}

/** Writes what a look-up showed; true while it has to be looked up again. */
async function settleFound(
  parts: DeliverParts,
  act: Act,
  { delivery, found, rendered, since }: { delivery: Delivery; found: Found; rendered: Rendered | null; since: number },
): Promise<boolean> {
  const { tx, now, steady } = act
  if (found.status === 'found') {
    await conclude(tx, delivery, {
      state: 'sent',
      settled_at: now,
      result_id: found.id,
      result_url: found.url,
      reason: null,
    })
    if (rendered) await settleShown(act, delivery, rendered, found.id)
    await settleSubject(act, delivery, { status: 'published', id: found.id, url: found.url })
    return false
  }
  const limits = parts.networks.get(delivery.to as NetworkName)?.limits
  const proven =
    delivery.target === 'chat' ? since > CHAT_VISIBILITY : limits?.authoritative && since > limits.visibility
  if (found.status === 'absent' && proven) {
    await conclude(tx, delivery, { state: 'queued', not_before: steady, delay: 0, reason: 'not-found' })
    await settleSubject(act, delivery, { status: 'later', after: 0, reason: 'not-found' })
    return false
  }
  if (since > PATIENCE && delivery.target === 'network') {
    const reason = found.status === 'absent' ? 'not-found' : 'cannot-tell'
    await conclude(tx, delivery, { state: 'unknown', person: 1, reason })
    await settleSubject(act, delivery, { status: 'person', reason })
    return false
  }
  const delay = backoff(2)
  await conclude(tx, delivery, { state: 'unknown', not_before: steady + delay, delay })
  return true
}
