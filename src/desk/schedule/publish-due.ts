import { judge } from '../../model/misfire.ts'
import { changePost, postsDue } from '../../store/posts.ts'
import { restoredAt } from '../../store/restored.ts'
import { isPaused } from '../../store/settings.ts'
import type { Act } from '../act.ts'
import { handOver } from './hand-over.ts'

/** Handing one over writes up to ten rows; so few posts a transaction leave the event loop its turn. */
const BATCH = 5

/**
 * Decides about the posts whose time has come, one batch: those that may still air by themselves are handed over, the
 * others wait for a person. While the station is paused nothing is decided. True when there may be more.
 */
export async function publishDue(act: Act): Promise<boolean> {
  if (await isPaused(act.tx)) return false
  const posts = await postsDue(act.tx, act.now, BATCH)
  const resumed = posts.length > 0 ? await resumedAt(act) : 0
  const restored = posts.length > 0 ? await restoredAt(act.tx) : 0
  for (const post of posts) {
    const verdict = judge(act.station, { due: post.due_at, grace: post.grace }, act.now, resumed)
    // It may have aired after the backup was made that this database comes from, planned or not.
    const why = post.due_at <= restored ? 'restored' : verdict.airs ? null : verdict.why
    if (why !== null) await changePost(act.tx, post.id, { state: 'late', reason: why, alarm: null })
    else if (verdict.airs) await handOver(act, post, verdict.notAfter)
  }
  return posts.length === BATCH
}

/** When the last pause ended, UTC ms; 0 where there was none. */
async function resumedAt(act: Act): Promise<number> {
  const row = await act.tx
    .selectFrom('setting')
    .select('at')
    .where('key', '=', 'paused')
    .where('value', '=', 'no')
    .executeTakeFirst()
  return row?.at ?? 0
}
