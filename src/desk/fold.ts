import { enterDigest, foldable, foldableGroup, isBehind, waitingIn, withdraw } from '../store/fold.ts'
import type { Delivery } from '../store/outbox.ts'
import type { Act } from './act.ts'
import { openDigest } from './revise-digest.ts'
import { isQuiet } from './said-by-digest.ts'

/** More new conversations than this in line, and a channel is behind. */
const BEHIND = 5
/** So many in one digest: what a person takes in, and a platform takes in one message. */
const MOST = 50

/**
 * A channel that takes only so much is behind: up to fifty new conversations, all under one post or else of one
 * programme, alone under their posts there, those of the oldest first, are gathered in one message that has their place
 * in line. Whom somebody has taken up, or said something about, gets a thread as ever. Answers with how many were gathered.
 */
export async function fold(act: Act, platform: string, channel: string): Promise<number> {
  const line = { platform, channel }
  if (!(await isBehind(act.tx, line, BEHIND))) return 0
  const group = await foldableGroup(act.tx, line)
  if (!group) return 0
  const openings = await foldable(act.tx, line, group, MOST)
  const waiting = await waitingIn(act.tx, openings)
  const spoken = new Set(waiting.filter((it) => !isSaid(it)).map((it) => it.order_key))
  const folded = openings.filter((it) => !spoken.has(it.order_key))
  if (folded.length < 2) return 0
  const digest = await enterDigest(act, { ...line, ...group }, folded)
  await withdraw(act, folded)
  const keys = new Set(folded.map((it) => it.order_key))
  const call = waiting
    .filter((it) => keys.has(it.order_key))
    .map(noticeIn)
    .find((it) => it?.mentions?.length)
  // What came in at the same moment as its oldest stands behind it.
  const since = Math.min(act.steady, ...folded.map((it) => it.not_before)) - 1
  await openDigest(act, digest, { body: call ?? {}, since })
  return folded.length
}

interface Said {
  notice?: string
  facts?: Record<string, string | number>
  mentions?: string[]
}

const noticeIn = ({ subject, body }: Pick<Delivery, 'subject' | 'body'>): Said | null => {
  if (subject !== 'notice') return null
  const { notice = '', facts = {}, mentions = [] } = JSON.parse(body) as Said
  return { notice, facts, mentions }
}

/** Whether the digest's line says it too: what the public wrote, an automatic answer, a notice about its state. */
const isSaid = (delivery: Pick<Delivery, 'verb' | 'subject' | 'body'>): boolean => {
  const said = noticeIn(delivery)
  return delivery.verb !== 'open' && (said === null || isQuiet(said.notice))
}
