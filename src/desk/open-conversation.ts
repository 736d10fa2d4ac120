import { digestOf, markOpened } from '../store/digests.ts'
import type { Subject } from '../store/tables.ts'
import type { Act } from './act.ts'
import { type Opening, queueOpening, queuePost, type ThreadOf } from './queue-chat.ts'
import { reviseDigest } from './revise-digest.ts'

/** So many of its newest messages are shown; what was said before that is told, not repeated. */
const SHOWN = 40

/** Something that stands in a thread. */
export interface Shown {
  subject: Subject
  id: number
}

/**
 * Shows a whole conversation in a fresh thread on one platform: its card, what was said, and what became of our
 * replies, in order. All of it has the conversation's one order key, so that it stays in this order. A digest that had
 * it says from now on that it has a thread. Answers with what will stand there.
 */
export async function openConversation(
  act: Act,
  platform: string,
  conversation: ThreadOf,
  opening: Opening,
): Promise<Shown[]> {
  const item = await digestOf(act.tx, platform, conversation.id)
  if (item && !item.opened) {
    await markOpened(act.tx, platform, conversation.id)
    await reviseDigest(act, platform, item.digest)
  }
  const after = await queueOpening(act, platform, conversation, opening)
  const place = opening.elsewhere === undefined ? conversation : { ...conversation, channel: opening.elsewhere }
  const { shown, left } = await whatWasSaid(act, conversation.id)
  if (left > 0)
    await queuePost(act, platform, place, 'notice', conversation.id, {
      body: { notice: 'earlier-left-out', facts: { shown: SHOWN, left } },
      after,
    })
  for (const { subject, id } of shown) await queuePost(act, platform, place, subject, id, { after })
  return [{ subject: 'card', id: conversation.id }, ...shown]
}

/** The card has the first message; our own stand as their drafts, and behind them those that are not out yet. */
async function whatWasSaid(act: Act, conversation: number): Promise<{ shown: Shown[]; left: number }> {
  const newest = await act.tx
    .selectFrom('message')
    .select(['id', 'direction', 'draft', 'ordinal'])
    .where('conversation', '=', conversation)
    .where('ordinal', '>', 1)
    .orderBy('ordinal', 'desc')
    .limit(SHOWN)
    .execute()
  const underWay = await act.tx
    .selectFrom('draft')
    .select('id')
    .where('conversation', '=', conversation)
    .where('state', 'in', ['held', 'sending', 'stale', 'unknown', 'person', 'review'])
    .orderBy('id')
    .execute()
  const said = newest.reverse().flatMap(({ id, direction, draft }): Shown[] => {
    if (direction === 'in') return [{ subject: 'message', id }]
    return draft === null ? [] : [{ subject: 'draft', id: draft }]
  })
  return {
    shown: [...said, ...underWay.map(({ id }): Shown => ({ subject: 'draft', id }))],
    left: Math.max(0, (newest[0]?.ordinal ?? 2) - 2),
  }
}
