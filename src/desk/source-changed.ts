import type { Content } from '../model/chat.ts'
import type { Attachment } from '../model/network.ts'
import { conversationByNumber } from '../store/conversations.ts'
import type { Draft } from '../store/drafts.ts'
import { record } from '../store/history.ts'
import { cancel } from '../store/outbox.ts'
import type { Act } from './act.ts'
import { question } from './ask.ts'
import { isInternal } from './internal.ts'
import { keep } from './keep.ts'
import { reopenUnanswered } from './reopen-unanswered.ts'
import { reviseDraft } from './revise-draft.ts'
import { noticeInThread } from './thread.ts'
import { withdraw } from './withdraw.ts'

interface Source {
  platform: string
  message: string
}

/** Not out, and not on its way: somebody has to say yes to it, for the first time or once more. */
const WAITING: readonly Draft['state'][] = ['asked', 'stale', 'review']

/**
 * The chat message that a draft was typed in was edited. What is not out yet is taken out of the hold and asked about
 * anew, for nobody has said yes to these words; what has become a note, or speaks to a colleague or to us, stays inside.
 * Of what is out the thread says how to retract or correct it. Answers with the question where one is open.
 * @param said `media` where the words name its images; `toColleague` where the platform knows that it speaks to
 * somebody of the team
 */
export async function sourceEdited(
  act: Act,
  source: Source,
  { text, media, toColleague = false }: { text: string; media?: Attachment[]; toColleague?: boolean },
): Promise<Content | null> {
  const draft = await draftOfSource(act, source)
  const shown = media === undefined ? draft?.media : JSON.stringify(media)
  if (!draft || (draft.text === text.trim() && draft.media === shown && !toColleague)) return null
  const held = draft.state === 'held' && draft.delivery !== null && (await cancel(act, draft.delivery, 'changed'))
  if (!held && !WAITING.includes(draft.state)) return offerRepair(act, draft)
  const inside = toColleague || text.trim() === '' || isInternal(act, text)
  await act.tx
    .updateTable('draft')
    .set({
      ...(inside ? {} : { text: text.trim(), media: shown }),
      state: inside ? 'kept' : 'asked',
      delivery: null,
      reason: null,
    })
    .where('id', '=', draft.id)
    .execute()
  const conversation = await conversationByNumber(act.tx, draft.conversation)
  await reviseDraft(act, conversation, draft.id)
  await record(act, inside ? 'kept' : 'changed', { conversation: conversation.id, draft: draft.id })
  if (held) await reopenUnanswered(act, conversation.id)
  return inside ? null : question(act, draft.id, act.by?.language ?? act.station.language)
}

/** The same for a deleted one: what is not out yet is withdrawn. */
export async function sourceDeleted(act: Act, source: Source): Promise<void> {
  const draft = await draftOfSource(act, source)
  if (!draft) return
  if (WAITING.includes(draft.state)) await keep(act, draft.id)
  else if (draft.state === 'held') await withdraw(act, draft.id)
  else await offerRepair(act, draft)
}

const draftOfSource = (act: Act, source: Source): Promise<Draft | undefined> =>
  act.tx
    .selectFrom('draft')
    .selectAll()
    .where('source_platform', '=', source.platform)
    .where('source_message', '=', source.message)
    .where('by', '=', act.by?.id ?? '')
    .executeTakeFirst()

async function offerRepair(act: Act, draft: Draft): Promise<null> {
  if (draft.state === 'sent' || draft.state === 'sending' || draft.state === 'unknown' || draft.state === 'person')
    await noticeInThread(act, await conversationByNumber(act.tx, draft.conversation), {
      notice: 'source-offers-retract',
      mentions: [draft.by],
    })
  return null
}
