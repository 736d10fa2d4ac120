import { NETWORKS } from '../../model/network.ts'
import { threadParts } from '../../model/thread-parts.ts'
import { entryById, type Texts, textsOf } from '../../store/entries.ts'
import { record } from '../../store/history.ts'
import { enqueue, PRIORITY } from '../../store/outbox.ts'
import { changePost, type Post, type Variant } from '../../store/posts.ts'
import type { Act } from '../act.ts'
import { announce } from './announce.ts'
import { beginning, waitsForApproval } from './costs-approval.ts'
import { partsOut } from './parts-out.ts'

/**
 * Hands a post to the outbox: one publication a network, and its announcement in the programme's channel. False where
 * somebody else was first, or where no network takes it. Of the deliveries to a network `subject_id` is the variant,
 * of those to a chat the post.
 */
export async function handOver(act: Act, post: Post, notAfter: number): Promise<boolean> {
  const taken = await act.tx
    .updateTable('post')
    .set({ state: 'out', reason: null })
    .where('id', '=', post.id)
    .where('state', '=', post.state)
    .executeTakeFirst()
  if (taken.numUpdatedRows === 0n) return false
  const texts = await textsOfPost(act, post)
  let variants = 0
  for (const network of NETWORKS) {
    const text = texts[network]
    const facts = act.networks.get(network)
    if (text === undefined || !facts?.limits.posts) continue
    const variant = await act.tx
      .insertInto('variant')
      .values({ post: post.id, network, account: facts.account, text, ...(await beginning(act, network, text)) })
      .returningAll()
      .executeTakeFirstOrThrow()
    if (!waitsForApproval(variant)) await queueVariant(act, post, variant, notAfter)
    variants++
  }
  if (variants === 0) {
    await changePost(act.tx, post.id, { state: 'late', reason: 'no-network', alarm: null })
    return false
  }
  await announce(act, post)
  await record(act, 'aired', { post: post.id })
  return true
}

/** What a post says on each network: its own text where this one airing was changed, else its entry's. */
export async function textsOfPost(act: Act, post: Post): Promise<Texts> {
  return textsOf({ texts: post.texts ?? (await entryById(act.tx, post.entry)).texts })
}

/**
 * Puts one variant in the outbox, part by part where it is a thread: each leaves once the one before it is out, and only
 * what is not out already is queued. It does not leave any more after `notAfter` (UTC ms).
 */
export async function queueVariant(act: Act, post: Post, variant: Variant, notAfter: number): Promise<void> {
  const { network, account } = variant
  const limits = act.networks.get(network)?.limits
  const texts = (limits && threadParts(variant.text, limits)) ?? [variant.text]
  const out = await partsOut(act.tx, variant.id)
  const queued: number[] = []
  for (const [i, text] of texts.entries()) {
    if (i < out.length) continue
    queued.push(
      await enqueue(act, {
        target: 'network',
        to: network,
        account,
        verb: 'publish',
        orderKey: variantKey(variant),
        rateKey: `network:${network}:${account}`,
        priority: PRIORITY.post,
        subject: 'post',
        subjectId: variant.id,
        // What a later part answers is the part before it, whose id is known when it leaves.
        body: { text, inReplyTo: null, kind: 'post', media: i === 0 ? await mediaOf(act, post) : [] },
        after: queued.at(-1) ?? out.at(-1)?.id ?? null,
        part: i + 1,
        notAfter,
      }),
    )
  }
  await act.tx
    .updateTable('variant')
    .set({ delivery: queued[0] ?? variant.delivery, parts: texts.length, state: 'queued', reason: null })
    .where('id', '=', variant.id)
    .execute()
}

/** Posts overtake one another freely; only a post's own sequel waits for it. */
export const variantKey = ({ network, account, id }: Pick<Variant, 'network' | 'account' | 'id'>): string =>
  `post:${network}:${account}:${id}`

async function mediaOf(act: Act, post: Post): Promise<unknown> {
  const own = JSON.parse(post.media) as unknown[]
  return own.length > 0 ? own : JSON.parse((await entryById(act.tx, post.entry)).media)
}
