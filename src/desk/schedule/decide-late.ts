import { mayAirNow } from '../../model/misfire.ts'
import { Refused } from '../../model/refused.ts'
import { record } from '../../store/history.ts'
import { changePost, type Post, postById } from '../../store/posts.ts'
import { isPaused } from '../../store/settings.ts'
import type { Act } from '../act.ts'
import { requireSender } from '../send-rights.ts'
import { reviseAnnouncement } from './announce.ts'
import { handOver } from './hand-over.ts'

/** A person lets a late post go out at this moment; not in a silence, not after closing, not while paused. */
export async function airNow(act: Act, id: number): Promise<void> {
  const post = await undecided(act, id)
  await handOver(act, post, await notAfter(act, post))
  await showDecided(act, post)
}

/** A person decides that a late post does not go out any more. */
export async function skipPost(act: Act, id: number): Promise<void> {
  const post = await undecided(act, id)
  await changePost(act.tx, id, { state: 'skipped', reason: 'by-hand' })
  await record(act, 'skipped', { post: id })
  await showDecided(act, post)
}

/** The alarm in which a post was listed shows what became of it. */
export async function showDecided(act: Act, post: Post): Promise<void> {
  if (post.alarm !== null) await reviseAnnouncement(act, { id: post.alarm, channel: post.channel }, 'late')
}

/** Until when something that a person lets out now may leave (UTC ms); refuses where it may not leave at all. */
export async function notAfter(act: Act, post: Post): Promise<number> {
  if (await isPaused(act.tx)) throw new Refused('station-paused')
  const verdict = mayAirNow(act.station, act.now, post.grace)
  if (!verdict.airs) throw new Refused('not-now', { why: verdict.why })
  return verdict.notAfter
}

async function undecided(act: Act, id: number): Promise<Post> {
  requireSender(act)
  const post = await postById(act.tx, id)
  if (post.state !== 'late') throw new Refused('post-decided', { post: id, state: post.state })
  return post
}
