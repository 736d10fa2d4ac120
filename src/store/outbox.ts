import { randomUUID } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { Tx } from './database.ts'
import { insertRow } from './insert-row.ts'
import type { DeliveryTable, Subject } from './tables.ts'
import { unsettled } from './unsettled.ts'

export type Delivery = Selectable<DeliveryTable>

/** 0 goes first. It decides between order keys only; within one, first in is first out. */
export const PRIORITY = { reply: 0, alarm: 1, mirror: 2, notice: 3, post: 4 } as const

export interface NewDelivery {
  target: 'chat' | 'network'
  /** The chat platform or the network. */
  to: string
  account?: string
  verb: Delivery['verb']
  orderKey: string
  rateKey: string
  priority: number
  subject: Subject
  subjectId: number
  body?: unknown
  /** True where nothing can stand before it: its order key is new. */
  fresh?: boolean
  /** A delivery that must have gone out first. */
  after?: number | null
  /** Ms before it may leave: a hold. */
  delay?: number
  /** Wall-clock ms after which it must not leave any more. */
  notAfter?: number | null
  /** Of a post that goes out as a thread, which of its parts; the first where absent. */
  part?: number
  /** Since when it stands in line, steady ms: it takes over the place of what it stands for. */
  since?: number
}

/** Puts one delivery in the outbox, in the transaction of the change that caused it; answers with its id. */
export async function enqueue(act: { tx: Tx; now: number; steady: number }, delivery: NewDelivery): Promise<number> {
  const { tx, now, steady } = act
  const before = delivery.fresh ? null : await firstBlocking(tx, delivery.orderKey)
  if (before && (before.priority > delivery.priority || delivery.priority < PRIORITY.mirror))
    await hurryOrder(tx, delivery.orderKey, delivery.priority)
  if (delivery.after) await hurryRoot(tx, delivery.after, delivery.priority)
  const { id } = await insertRow(tx, 'delivery', {
    key: randomUUID(),
    target: delivery.target,
    to: delivery.to,
    account: delivery.account ?? '',
    verb: delivery.verb,
    order_key: delivery.orderKey,
    rate_key: delivery.rateKey,
    priority: delivery.priority,
    subject: delivery.subject,
    subject_id: delivery.subjectId,
    body: JSON.stringify(delivery.body ?? {}),
    state: 'queued',
    head: before === null ? 1 : 0,
    after: delivery.after ?? null,
    not_before: (delivery.since ?? steady) + (delivery.delay ?? 0),
    delay: delivery.delay ?? 0,
    not_after: delivery.notAfter ?? null,
    part: delivery.part ?? 1,
    created_at: now,
  })
  return id
}

/** Takes back what has not left yet; false when it is too late for that. */
export async function cancel(act: { tx: Tx; now: number }, id: number, reason: string): Promise<boolean> {
  const row = await act.tx
    .updateTable('delivery')
    .set({ state: 'cancelled', settled_at: act.now, reason, head: 0 })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .returning('order_key')
    .executeTakeFirst()
  if (!row) return false
  await promote(act.tx, row.order_key)
  return true
}

/** Makes the next of an order key the head, once nothing stands before it any more. */
export async function promote(tx: Tx, orderKey: string): Promise<void> {
  const first = await firstBlocking(tx, orderKey)
  if (first?.state === 'queued' && first.head === 0)
    await tx.updateTable('delivery').set({ head: 1 }).where('id', '=', first.id).execute()
}

/**
 * The first of an order key that later ones must wait for. In a chat thread that includes one whose outcome is unknown
 * (what comes after it would overtake it); on a network an unknown outcome holds up only its own sequel.
 */
async function firstBlocking(tx: Tx, orderKey: string) {
  const row = await tx
    .selectFrom('delivery')
    .select(['id', 'state', 'head', 'priority'])
    .where('order_key', '=', orderKey)
    .where(unsettled)
    .where(sql<boolean>`(state <> 'unknown' or target = 'chat')`)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** What waits under an order key becomes as urgent as what is wanted of it. */
export const hurryOrder = (tx: Tx, orderKey: string, priority: number) =>
  tx
    .updateTable('delivery')
    .set({ priority })
    .where('order_key', '=', orderKey)
    .where(unsettled)
    .where('state', '=', 'queued')
    .where('priority', '>', priority)
    .execute()

async function hurryRoot(tx: Tx, id: number, priority: number): Promise<void> {
  const root = await tx
    .selectFrom('delivery')
    .select(['order_key', 'state', 'priority'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (root?.state === 'queued' && root.priority > priority) await hurryOrder(tx, root.order_key, priority)
}
