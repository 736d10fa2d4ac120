import { HOUR } from '../model/clock.ts'
import { isOpen, nightOf } from '../model/grid.ts'
import { needsPerson } from '../store/care.ts'
import type { Conversation, Message, Person } from '../store/conversations.ts'
import { enqueue, PRIORITY } from '../store/outbox.ts'
import { restoredAt } from '../store/restored.ts'
import type { Act } from './act.ts'
import { startDraft } from './reply.ts'
import { postInThread } from './thread.ts'

/** An older message that comes in late (after a gap, from an import) gets no automatic answer. */
const FRESH = 2 * HOUR

/**
 * Outside opening hours: the station's friendly automatic answer, where the network's rules allow one, once a person a
 * night. It is no answer: the conversation goes on waiting. Where a person has to look first, there is none.
 */
export async function answerAtNight(
  act: Act,
  conversation: Conversation,
  message: Message,
  person: Person,
): Promise<void> {
  if (isOpen(act.station, act.now) || act.now - message.at > FRESH) return
  if (!act.networks.get(conversation.network)?.limits.autoAnswer || message.unanswerable !== null) return
  if (await needsPerson(act.tx, conversation.id, person.id)) return
  // Read once more after a backup was put back: it may have been answered already.
  if (message.at <= (await restoredAt(act.tx))) return
  const first = await act.tx
    .insertInto('auto_answer')
    .values({ person: person.id, night: nightOf(act.station, act.now), at: act.now })
    .onConflict((it) => it.doNothing())
    .returning('person')
    .executeTakeFirst()
  if (!first) return
  const text = act.station.autoAnswer.text[act.station.language]
  const draft = await startDraft(act, 'station', 'auto', 'held', {
    conversation: conversation.id,
    ordinal: message.ordinal,
    text,
  })
  const { network, account } = conversation
  const delivery = await enqueue(act, {
    target: 'network',
    to: network,
    account,
    verb: 'publish',
    orderKey: `network:${network}:${account}:${conversation.thread_key}`,
    rateKey: `network:${network}:${account}`,
    priority: PRIORITY.notice,
    subject: 'draft',
    subjectId: draft,
    body: { text, inReplyTo: message.external_id, kind: message.kind, media: [] },
    notAfter: act.now + FRESH,
  })
  await act.tx.updateTable('draft').set({ delivery }).where('id', '=', draft).execute()
  await postInThread(act, conversation, 'draft', draft)
}
