import type { Logger } from 'pino'
import type { Chat } from '../chat/chat.ts'
import type { Act } from '../desk/act.ts'
import { type Rendered, render } from '../desk/render.ts'
import { settleDraft } from '../desk/settle-draft.ts'
import { settleExpired } from '../desk/settle-expired.ts'
import { showAgain } from '../desk/show-again.ts'
import { stopResend } from '../desk/stop-stale.ts'
import type { Moderation, NetworkName, Outcome, Publication } from '../model/network.ts'
import type { Draft, Network } from '../networks/network.ts'
import type { Tx } from '../store/database.ts'
import type { Delivery } from '../store/outbox.ts'
import type { End } from '../store/outbox-worker.ts'

/** What a delivery comes down to at the moment it leaves. */
export type Call =
  | { kind: 'chat'; rendered: Rendered }
  | { kind: 'publish'; draft: Draft }
  | { kind: 'like'; id: string }
  | { kind: 'retract'; id: string; of: Publication['kind'] | undefined }
  | { kind: 'moderate'; id: string; verdict: Moderation }
  | { kind: 'nothing'; end: End }

/** One that does leave. */
export type Leaving = Exclude<Call, { kind: 'nothing' }>

/** Renders a delivery inside the transaction that claims it. */
export async function callOf(act: Act, delivery: Delivery): Promise<Call> {
  if (delivery.not_after !== null && act.now > delivery.not_after) {
    await settleExpired(act, delivery)
    return { kind: 'nothing', end: { state: 'expired', reason: 'expired', settled_at: act.now } }
  }
  if (delivery.target === 'chat') {
    const rendered = await render(act, delivery)
    if (rendered) return { kind: 'chat', rendered }
    if (delivery.verb === 'post') await showAgain(act, delivery, null)
    return { kind: 'nothing', end: { state: 'cancelled', reason: 'gone', settled_at: act.now } }
  }
  if (delivery.verb === 'publish') {
    const again = delivery.subject === 'draft' && delivery.attempts > 1
    if (again && (await stopResend(act, delivery.subject_id)))
      return { kind: 'nothing', end: { state: 'cancelled', reason: 'stale', settled_at: act.now } }
    const draft = await draftOf(act.tx, delivery)
    if (draft === null) throw new Error('the part before it went out without an id')
    if (delivery.subject === 'draft') await settleDraft(act, delivery.subject_id, { status: 'sending' })
    return { kind: 'publish', draft }
  }
  if (delivery.verb === 'moderate') return { kind: 'moderate', ...moderationOf(delivery) }
  const { id, kind: of } = JSON.parse(delivery.body) as { id: string; kind?: Publication['kind'] }
  return delivery.verb === 'like' ? { kind: 'like', id } : { kind: 'retract', id, of }
}

/** What was decided about a message of the public. */
export const moderationOf = (delivery: Delivery): { id: string; verdict: Moderation } => JSON.parse(delivery.body)

/** The frozen text of a publication; a later part of a thread hangs under the one before it. Null: that is not out. */
export async function draftOf(tx: Tx, delivery: Delivery): Promise<Draft | null> {
  const draft: Draft = { account: delivery.account, ...(JSON.parse(delivery.body) as Publication) }
  if (delivery.part === 1) return draft
  const before = await tx
    .selectFrom('delivery')
    .select('result_id')
    .where('id', '=', delivery.after ?? 0)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  return before?.result_id ? { ...draft, inReplyTo: before.result_id } : null
}

interface Ports {
  log: Logger
  chats: ReadonlyMap<string, Chat>
  networks: ReadonlyMap<NetworkName, Network>
}

/** Makes the call. What it throws is a bug of an adapter; whether anything went out is then unknown. */
export async function perform(ports: Ports, delivery: Delivery, call: Leaving): Promise<Outcome> {
  try {
    return await dispatch(ports, delivery, call)
  } catch (error) {
    ports.log.error({ err: error, delivery: delivery.id }, 'an adapter threw')
    return { status: 'unknown', reason: 'interrupted' }
  }
}

async function dispatch(ports: Ports, delivery: Delivery, call: Leaving): Promise<Outcome> {
  if (call.kind === 'chat') {
    const chat = ports.chats.get(delivery.to)
    if (!chat) return { status: 'rejected', reason: `no chat platform ${delivery.to}` }
    const { channel, thread, message, content } = call.rendered
    if (delivery.verb === 'open') return chat.open(channel, content, delivery.key)
    if (delivery.verb === 'revise') return chat.revise(channel, message ?? '', content, delivery.key)
    return chat.post(channel, thread ?? '', content, delivery.key)
  }
  const network = ports.networks.get(delivery.to as NetworkName)
  if (!network) return { status: 'rejected', reason: `no network ${delivery.to}` }
  if (call.kind === 'publish') return network.publish(call.draft, delivery.key, delivery.created_at)
  if (call.kind === 'moderate')
    return (await network.moderate?.(call.id, call.verdict)) ?? { status: 'rejected', reason: 'not-supported' }
  const done = call.kind === 'like' ? network.like?.(call.id) : network.retract?.(call.id, call.of)
  return (await done) ?? { status: 'rejected', reason: 'not-supported' }
}
