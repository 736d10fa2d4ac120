import { z } from 'zod'
import { DAY } from '../../model/clock.ts'
import type { Change, Recheck, Stored } from '../network.ts'
import type { Context } from './context.ts'
import { refusalOf } from './problem.ts'
import { failureOf } from './reading.ts'
import { chainOf, saidInComment, saidInPost } from './said.ts'
import { COMMENT, COMMENT_FIELDS, POST, POST_FIELDS } from './shapes.ts'
import { comment, onOurPage, visitorsPost } from './written.ts'

const OBJECTS = z.record(z.string(), z.unknown())

/** `?ids=` takes fifty. @see https://developers.facebook.com/docs/graph-api/using-graph-api#multiple-objects */
const BATCH = 50

/**
 * Whether comments and visitors' posts still stand as we have them. Private messages are left out: of a conversation
 * Graph tells the newest twenty, and says of all others that they were deleted.
 */
export const recheckOf = (context: Context): Recheck => ({
  every: DAY,
  until: 30 * DAY,
  batch: BATCH,
  async look(messages, signal) {
    const open = messages.filter(({ kind }) => kind !== 'direct')
    const posts = open.filter((one) => isPost(context, one))
    const comments = open.filter((one) => !isPost(context, one))
    return [
      ...(await lookAt(context, posts, POST_FIELDS, (found) => postNow(context, found), signal)),
      ...(await lookAt(
        context,
        comments,
        COMMENT_FIELDS,
        (found, stored) => commentNow(context, found, stored),
        signal,
      )),
    ]
  },
})

/** A visitor's post begins a branch of its own, on our page or elsewhere. */
const isPost = (context: Context, { id, kind, threadKey }: Stored): boolean =>
  onOurPage(context, id) || (kind === 'mention' && threadKey === id)

/** One missing object refuses the call for all of them: then each half is asked for by itself. */
async function lookAt(
  context: Context,
  messages: readonly Stored[],
  fields: string,
  now: (found: unknown, stored: Stored) => Change | null,
  signal: AbortSignal,
): Promise<Change[]> {
  if (messages.length === 0) return []
  const asked = { ids: messages.map(({ id }) => id).join(','), fields }
  const answer = await context.graph.get('', asked, signal)
  if (answer.kind === 'refused' && ['gone', 'not-accepted'].includes(refusalOf(answer.problem))) {
    const [alone, ...others] = messages
    if (alone && others.length === 0) return refusalOf(answer.problem) === 'gone' ? [gone(context, alone)] : []
    const half = Math.ceil(messages.length / 2)
    return [
      ...(await lookAt(context, messages.slice(0, half), fields, now, signal)),
      ...(await lookAt(context, messages.slice(half), fields, now, signal)),
    ]
  }
  if (answer.kind !== 'ok') throw failureOf(answer)
  const objects = OBJECTS.parse(answer.body)
  return messages.flatMap((stored) => {
    const found = objects[stored.id]
    // What an answer passes over says nothing of it.
    const change = found === undefined ? null : now(found, stored)
    return change ? [change] : []
  })
}

const gone = ({ account, clock }: Context, { id }: Stored): Change => ({
  kind: 'deleted',
  account,
  id,
  at: clock.now(),
})

function postNow(context: Context, found: unknown): Change | null {
  const read = POST.safeParse(found)
  return read.success ? { ...visitorsPost(context, saidInPost(read.data)), kind: 'edited' } : null
}

/** Where it stands does not change: the branch is the stored one. */
function commentNow(context: Context, found: unknown, { threadKey, kind }: Stored): Change | null {
  const read = COMMENT.safeParse(found)
  if (!read.success) return null
  const above = chainOf(context, read.data.parent)
  const post = { id: read.data.id, ours: true }
  const written = comment(context, saidInComment(read.data), { above, post }, new Map())
  return { ...written, kind: 'edited', what: kind, threadKey, root: null, answers: null }
}
