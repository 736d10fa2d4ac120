import { Refused } from '../model/refused.ts'
import { messageById } from '../store/conversations.ts'
import { draftById, seenOf } from '../store/drafts.ts'
import type { Act } from './act.ts'
import { hold, isStale } from './hold.ts'
import { requireSender } from './send-rights.ts'

export type Sent =
  | { status: 'held'; draft: number; goesOutIn: number }
  /** Its addressee has said something since; `pin` is what *Send anyway* must carry to show that it was seen. */
  | { status: 'stale'; draft: number; pin: string }

/** The explicit act that lets a draft go out: Send, or Send anyway with the pin of what was shown. */
export async function send(act: Act, id: number, pin: string | null): Promise<Sent> {
  const by = requireSender(act)
  const draft = await draftById(act.tx, id)
  if (draft.state === 'asked' && draft.by !== by.id) throw new Refused('not-your-draft', { draft: id })
  if (draft.state !== 'asked' && draft.state !== 'stale' && draft.state !== 'review')
    throw new Refused('draft-settled', { draft: id, number: draft.conversation, state: draft.state })
  const message = await messageById(act.tx, draft.message)
  const seen = await seenOf(act.tx, draft.conversation, message.person ?? 0)
  const now = `${seen.message}.${seen.revision}`
  if (pin === null ? await isStale(act, draft) : pin !== now) return { status: 'stale', draft: id, pin: now }
  return { status: 'held', ...(await hold(act, id, { anyway: false })) }
}
