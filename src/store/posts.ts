import { type Insertable, type Selectable, sql } from 'kysely'
import { Refused } from '../model/refused.ts'
import type { Tx } from './database.ts'
import type { PostTable, VariantTable } from './tables.ts'

export type Post = Selectable<PostTable>
export type Variant = Selectable<VariantTable>

/** A post by the number that people say: p12. */
export async function postById(tx: Tx, id: number): Promise<Post> {
  const post = await tx.selectFrom('post').selectAll().where('id', '=', id).executeTakeFirst()
  if (!post) throw new Refused('no-post', { post: id })
  return post
}

export async function variantById(tx: Tx, id: number): Promise<Variant> {
  const variant = await tx.selectFrom('variant').selectAll().where('id', '=', id).executeTakeFirst()
  if (!variant) throw new Refused('no-post', { post: id })
  return variant
}

export const variantsOf = (tx: Tx, posts: readonly number[]): Promise<Variant[]> =>
  tx.selectFrom('variant').selectAll().where('post', 'in', posts).orderBy('id').execute()

export const changePost = (tx: Tx, id: number, values: Partial<Omit<Post, 'id'>>) =>
  tx.updateTable('post').set(values).where('id', '=', id).execute()

/** Posts whose time has come, oldest first. */
export const postsDue = (tx: Tx, now: number, limit: number): Promise<Post[]> =>
  tx
    .selectFrom('post')
    .selectAll()
    .where(sql<boolean>`state = 'planned'`)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute()

/** Posts of a stretch of time (UTC ms, `to` excluded), in the order in which they air. */
export const postsBetween = (tx: Tx, from: number, to: number, limit: number): Promise<Post[]> =>
  tx
    .selectFrom('post')
    .selectAll()
    .where('due_at', '>=', from)
    .where('due_at', '<', to)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute()

/** What the station itself may take back again, when what it took it back for is over. */
export const BY_ITSELF = ['changed', 'gone', 'paused', 'silence', 'season', 'gap'] as const

/**
 * Puts planned posts in the table. One that stands there already is left as it is, whatever became of it, unless the
 * station itself had taken it back: then it is planned again under its old number.
 */
export async function insertPosts(tx: Tx, rows: readonly Insertable<PostTable>[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('post')
    .values(rows)
    .onConflict((it) =>
      it
        .columns(['entry', 'slot'])
        .doUpdateSet((eb) => ({
          state: eb.ref('excluded.state'),
          reason: eb.ref('excluded.reason'),
          due_at: eb.ref('excluded.due_at'),
          zone: eb.ref('excluded.zone'),
          programme: eb.ref('excluded.programme'),
          channel: eb.ref('excluded.channel'),
          grace: eb.ref('excluded.grace'),
        }))
        .where('post.state', 'in', ['cancelled', 'skipped'])
        .where('post.moved', '=', 0)
        .where('post.reason', 'in', BY_ITSELF),
    )
    .execute()
}

/** Takes back what an entry has planned from now on and nobody moved; `reason` is one of the station's own. */
export const withdrawPlanned = (tx: Tx, entries: readonly string[], reason: (typeof BY_ITSELF)[number], now: number) =>
  tx
    .updateTable('post')
    .set({ state: 'cancelled', reason })
    .where('entry', 'in', entries)
    .where(sql<boolean>`state = 'planned'`)
    .where('due_at', '>', now)
    .where('moved', '=', 0)
    .execute()
