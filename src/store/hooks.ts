import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import { DAY } from '../model/clock.ts'
import type { NetworkName } from '../model/network.ts'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

export type StoredHook = Selectable<Tables['hook']>

/** What was taken in is forgotten after a day: it holds what the public wrote. */
const BODY_KEPT = DAY
/** Platforms deliver again for a day and a half, and an old delivery that somebody caught must bring nothing back. */
const ID_KEPT = 7 * DAY
/** After so many failures it no longer keeps out what came behind it. */
const PATIENCE = 10

/** The same content has the same id, so that it is kept once. */
export const hookId = (network: NetworkName, body: string): string =>
  createHash('sha256').update(`${network}\n${body}`).digest('hex')

/** Keeps what networks pushed; `at` decides their order. The same once more changes nothing. */
export const keepHooks = (tx: Tx, hooks: { network: NetworkName; body: string; at: number }[]) =>
  tx
    .insertInto('hook')
    .values(hooks.map((it) => ({ ...it, id: hookId(it.network, it.body), handled_at: null })))
    .onConflict((it) => it.column('id').doNothing())
    .execute()

/** The first that was not taken in yet; one that failed often stands behind the others. */
export async function nextHook(tx: Tx, network: NetworkName): Promise<StoredHook | undefined> {
  const open = tx.selectFrom('hook').selectAll().where('network', '=', network).where('handled_at', 'is', null).limit(1)
  const next = await open.where('attempts', '<', PATIENCE).orderBy('at').executeTakeFirst()
  return next ?? (await open.orderBy('attempts').orderBy('at').executeTakeFirst())
}

export const hookHandled = (act: { tx: Tx; now: number }, id: string) =>
  act.tx.updateTable('hook').set({ handled_at: act.now }).where('id', '=', id).execute()

export const hookFailed = (tx: Tx, id: string) =>
  tx
    .updateTable('hook')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute()

/** Takes away the words of what was taken in a day ago, and after a week the rest. */
export async function forgetHooks({ tx, now }: { tx: Tx; now: number }): Promise<void> {
  await tx
    .deleteFrom('hook')
    .where('handled_at', '<', now - ID_KEPT)
    .execute()
  await tx
    .updateTable('hook')
    .set({ body: '' })
    .where('handled_at', '<', now - BODY_KEPT)
    .where('body', '<>', '')
    .execute()
}
