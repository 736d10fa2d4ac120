import { dateAt, instantOf, type LocalTime, type TimeOfDay } from '../../model/local-time.ts'
import { NETWORKS } from '../../model/network.ts'
import { Refused } from '../../model/refused.ts'
import { record } from '../../store/history.ts'
import { type Post, postById, changePost as write } from '../../store/posts.ts'
import type { Act } from '../act.ts'
import { showDecided } from './decide-late.ts'
import { textsOfPost } from './hand-over.ts'
import { requireInstant } from './require-moment.ts'
import { type GivenTexts, requireFitting, textsFor } from './require-texts.ts'

/**
 * Lets one post air at another local time, or at another time of the day on which it stands. It keeps the slot that it
 * had, so that it never airs at both.
 */
export async function movePost(act: Act, id: number, to: { local: LocalTime } | { time: TimeOfDay }): Promise<Post> {
  const post = await undecided(act, id)
  const { zone } = act.station
  const local = 'local' in to ? to.local : `${dateAt(post.due_at, zone)}T${to.time}`
  const due = instantOf(local, zone)
  requireInstant(act, due)
  await write(act.tx, id, { due_at: due, zone, moved: 1, state: 'planned', reason: null, overdue: 0 })
  await record(act, 'post-moved', { post: id, detail: local })
  await showDecided(act, post)
  return { ...post, due_at: due }
}

/** Gives one post texts of its own; the next airings of its entry keep theirs. */
export async function editPost(act: Act, id: number, given: GivenTexts): Promise<Post> {
  const post = await undecided(act, id)
  const before = await textsOfPost(act, post)
  const changed = textsFor(
    act,
    given,
    NETWORKS.filter((network) => before[network] !== undefined),
  )
  const texts = { ...before, ...changed }
  requireFitting(act, texts)
  await write(act.tx, id, { texts: JSON.stringify(texts) })
  await record(act, 'post-edited', { post: id })
  await showDecided(act, post)
  return post
}

/** Takes one post off the schedule; its entry goes on. */
export async function cancelPost(act: Act, id: number): Promise<Post> {
  const post = await undecided(act, id)
  await write(act.tx, id, { state: 'cancelled', reason: 'by-hand' })
  await record(act, 'post-cancelled', { post: id })
  await showDecided(act, post)
  return post
}

async function undecided(act: Act, id: number): Promise<Post> {
  const post = await postById(act.tx, id)
  if (post.state !== 'planned' && post.state !== 'late')
    throw new Refused('post-decided', { post: id, state: post.state })
  return post
}
