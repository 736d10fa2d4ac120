import { type Digest, digestById, digestOf } from '../store/digests.ts'
import { enqueue, PRIORITY } from '../store/outbox.ts'
import { unsettled } from '../store/unsettled.ts'
import type { Act } from './act.ts'
import { rateKeyOf, reviseKeyOf } from './queue-chat.ts'

const orderKeyOf = (platform: string, digest: number): string => `chat:${platform}:digest${digest}`

/** Shows a digest as it stands now. What still waits to leave is enough: it is rendered when it does. */
export async function reviseDigest(act: Act, platform: string, digest: number): Promise<void> {
  const waiting = await act.tx
    .selectFrom('delivery')
    .select('id')
    .where('subject', '=', 'digest')
    .where('subject_id', '=', digest)
    .where('state', '=', 'queued')
    .where(unsettled)
    .executeTakeFirst()
  if (waiting) return
  const { channel } = await digestById(act.tx, digest)
  await enqueue(act, {
    target: 'chat',
    to: platform,
    verb: 'revise',
    orderKey: orderKeyOf(platform, digest),
    rateKey: reviseKeyOf(platform),
    priority: PRIORITY.notice,
    subject: 'digest',
    subjectId: digest,
    body: { channel },
  })
}

/**
 * Puts a digest in its channel.
 * @param body who is called to it, besides
 * @param since steady ms: its place in line is that of the oldest it stands for
 */
export const openDigest = (
  act: Act,
  { id, platform, channel }: Digest,
  { body = {}, since = act.steady }: { body?: object; since?: number } = {},
): Promise<number> =>
  enqueue(act, {
    target: 'chat',
    to: platform,
    verb: 'open',
    orderKey: orderKeyOf(platform, id),
    rateKey: rateKeyOf(platform, channel),
    priority: PRIORITY.mirror,
    subject: 'digest',
    subjectId: id,
    body: { ...body, channel },
    since,
  })

/** The same wherever a conversation stands in a digest: what its reader changed or took away has to change there too. */
export async function reviseDigestsOf(act: Act, conversation: number): Promise<void> {
  for (const platform of act.platforms) {
    const item = await digestOf(act.tx, platform, conversation)
    if (item) await reviseDigest(act, platform, item.digest)
  }
}
