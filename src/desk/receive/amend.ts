import type { Change, Written } from '../../model/change.ts'
import type { NetworkName } from '../../model/network.ts'
import { type Conversation, conversationByNumber, type Message } from '../../store/conversations.ts'
import { waitingSince } from '../../store/drafts.ts'
import { forgetText } from '../../store/message-text.ts'
import type { Act } from '../act.ts'
import { markCare } from '../mark-care.ts'
import { reviseDigestsOf } from '../revise-digest.ts'
import { stopAutoAnswer } from '../stop-auto-answer.ts'
import { stopStale } from '../stop-stale.ts'
import { reviseCard, reviseInThread } from '../thread.ts'
import type { Known } from './look-up.ts'

/** Takes over a newer text, or how the message stands now; the same once more, or an older one, changes nothing. */
export async function applyEdit(act: Act, change: Written, message: Message, known: Known): Promise<void> {
  if (message.state === 'deleted' || isOld(change, message)) return
  const { unanswerable = null, sight = null } = change
  const revision = newer(change, message)
  if (revision === null) {
    if (message.sight === sight && message.unanswerable === unanswerable) return
    await act.tx.updateTable('message').set({ unanswerable, sight }).where('id', '=', message.id).execute()
    Object.assign(message, { unanswerable, sight })
    return showStanding(act, message)
  }
  await act.tx
    .updateTable('message')
    .set({
      text: change.text,
      attachments: JSON.stringify(change.attachments),
      revision,
      unanswerable,
      sight,
      edited_at: act.now,
    })
    .where('id', '=', message.id)
    .execute()
  if (!known.unindexed.has(message.id)) {
    await forgetText(act.tx, message.id, message.text)
    known.unindexed.add(message.id)
  }
  Object.assign(message, { text: change.text, revision, unanswerable, sight })
  await show(act, message, 'edited')
  await lookAgain(act, message)
}

/** What somebody changed may need a person first now; a mark that stands stays, whatever the words are. */
async function lookAgain(act: Act, message: Message): Promise<void> {
  if (message.conversation === null || message.direction !== 'in') return
  const conversation = await conversationByNumber(act.tx, message.conversation)
  if ((await markCare(act, conversation, message, false)).length > 0) await reviseCard(act, conversation)
}

const isOld = (change: Written, message: Message): boolean =>
  change.revision !== null && change.revision < message.revision

/** The revision that a change brings; null where it is no newer text. A network that does not count is believed where the text differs. */
function newer(change: Written, message: Message): number | null {
  if (change.revision === null) return change.text === message.text ? null : message.revision + 1
  return change.revision > message.revision ? change.revision : null
}

/** The author took it away: the text goes from the store too. Of one that was never seen a tombstone keeps it away. */
export async function applyDeletion(
  act: Act,
  network: NetworkName,
  change: Extract<Change, { kind: 'deleted' }>,
  message: Message | undefined,
  known: Known,
): Promise<void> {
  if (!message) {
    known.messages.set(change.id, await tombstone(act, network, change))
    return
  }
  if (message.state === 'deleted') return
  if (!known.unindexed.delete(message.id)) await forgetText(act.tx, message.id, message.text)
  await act.tx
    .updateTable('message')
    .set({ text: '', attachments: '[]', state: 'deleted', edited_at: act.now })
    .where('id', '=', message.id)
    .execute()
  Object.assign(message, { text: '', state: 'deleted' })
  await show(act, message, 'deleted')
}

const tombstone = (act: Act, network: NetworkName, change: Extract<Change, { kind: 'deleted' }>): Promise<Message> =>
  act.tx
    .insertInto('message')
    .values({
      network,
      account: change.account,
      external_id: change.id,
      conversation: null,
      ordinal: 0,
      person: null,
      direction: 'in',
      kind: 'mention',
      text: '',
      at: change.at,
      received_at: act.now,
      revision: 0,
      state: 'deleted',
      in_reply_to: null,
      url: null,
      attachments: '[]',
    })
    .returningAll()
    .executeTakeFirstOrThrow()

/** Its words are the same, but others see it otherwise, or it can be answered otherwise: both the card and its line say so. */
async function showStanding(act: Act, message: Message): Promise<void> {
  if (message.conversation === null) return
  const conversation = await conversationByNumber(act.tx, message.conversation)
  await reviseCard(act, conversation)
  if (message.ordinal !== 1) await reviseInThread(act, conversation, 'message', message.id)
  await reviseDigestsOf(act, conversation.id)
}

/** Brings the thread up to date and warns whoever is drafting an answer to it. */
async function show(act: Act, message: Message, why: 'edited' | 'deleted'): Promise<void> {
  if (message.conversation === null) return
  const conversation = await conversationByNumber(act.tx, message.conversation)
  if (why === 'deleted') await waitForWhatIsLeft(act, conversation)
  // What was taken away may be what the card offers to answer.
  if (message.ordinal === 1 || why === 'deleted') await reviseCard(act, conversation)
  if (message.ordinal !== 1) await reviseInThread(act, conversation, 'message', message.id)
  await reviseDigestsOf(act, conversation.id)
  if (why === 'deleted') await stopAutoAnswer(act, message.id)
  if (message.person !== null) await stopStale(act, conversation, message.person, why)
}

/** Nobody waits for an answer to what is gone. */
async function waitForWhatIsLeft(act: Act, conversation: Conversation): Promise<void> {
  if (conversation.state !== 'open' || conversation.waiting_since === null) return
  const waiting = await waitingSince(act.tx, conversation.id)
  await act.tx.updateTable('conversation').set({ waiting_since: waiting }).where('id', '=', conversation.id).execute()
  conversation.waiting_since = waiting
}
