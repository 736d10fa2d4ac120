import type { Content } from '../model/chat.ts'
import { conversationByNumber } from '../store/conversations.ts'
import type { Draft } from '../store/drafts.ts'
import { cancel } from '../store/outbox.ts'
import type { Act } from './act.ts'
import { question } from './ask.ts'
import { hold } from './hold.ts'
import { keep } from './keep.ts'
import { noticeInThread } from './thread.ts'
import { undo } from './undo.ts'

interface Source {
  platform: string
  message: string
}

/**
 * The chat message that a draft was typed in was edited: what is not out yet changes with it and starts its hold anew;
 * of what is out the thread says how to retract or correct it. Answers with the question where one is open.
 */
export async function sourceEdited(act: Act, source: Source, text: string): Promise<Content | null> {
  const draft = await draftOfSource(act, source)
  if (!draft || draft.text === text.trim()) return null
  if (draft.state === 'asked' || draft.state === 'stale') {
    await act.tx.updateTable('draft').set({ text: text.trim(), state: 'asked' }).where('id', '=', draft.id).execute()
    return question(act, draft.id, act.by?.language ?? act.station.language)
  }
  if (draft.state === 'held' && draft.delivery !== null && (await cancel(act, draft.delivery, 'changed'))) {
    await act.tx.updateTable('draft').set({ text: text.trim() }).where('id', '=', draft.id).execute()
    await hold(act, draft.id, { anyway: false })
    return null
  }
  return offerRepair(act, draft)
}

/** The same for a deleted one: what is not out yet is withdrawn. */
export async function sourceDeleted(act: Act, source: Source): Promise<void> {
  const draft = await draftOfSource(act, source)
  if (!draft) return
  if (draft.state === 'asked' || draft.state === 'stale') await keep(act, draft.id)
  else if (draft.state === 'held') await undo(act, draft.id)
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
