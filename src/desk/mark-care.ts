import { type CareKind, careIn, isUrgent, type UrgentKind } from '../model/care.ts'
import { NETWORK_LABEL } from '../model/network.ts'
import { standingCareOf, writeCare } from '../store/care.ts'
import type { Conversation, Message } from '../store/conversations.ts'
import { record } from '../store/history.ts'
import { PRIORITY } from '../store/outbox.ts'
import type { Act } from './act.ts'
import { memberName } from './members.ts'
import { stopAutoAnswersFor } from './stop-auto-answer.ts'
import { alarm, noticeInThread } from './thread.ts'

/**
 * Looks whether a message needs a person first, and marks its conversation: in the transaction that takes it in, so that
 * whoever must know is told exactly once. No automatic answer goes out then. What stands already is no news, and no
 * change of the text takes a mark off. Answers with what is new.
 * @param anew the conversation was closed: what was marked then says nothing of today
 */
export async function markCare(
  act: Act,
  conversation: Conversation,
  message: Pick<Message, 'text' | 'person'>,
  anew: boolean,
): Promise<CareKind[]> {
  const found = careIn(message.text, act.station.care)
  if (found.length === 0) return []
  const standing = anew ? [] : await standingCareOf(act.tx, conversation.id)
  const fresh = found.filter((kind) => !standing.includes(kind))
  if (fresh.length === 0) return []
  await writeCare(act.tx, conversation.id, fresh, act.now)
  await record({ ...act, by: null }, 'care-marked', { conversation: conversation.id, detail: fresh.join(', ') })
  const urgent = fresh.filter(isUrgent)
  if (urgent.length > 0) {
    await stopAutoAnswersFor(act, conversation.id, message.person ?? conversation.person)
    await warn(act, conversation, urgent, standing.filter(isUrgent))
  }
  return fresh
}

/** Calls whoever is to know of it, at any hour; whom another mark of this conversation called knows of it already. */
async function warn(act: Act, conversation: Conversation, urgent: UrgentKind[], before: UrgentKind[]): Promise<void> {
  const known = toWarn(act, before)
  const mentions = toWarn(act, urgent).filter((id) => !known.includes(id))
  if (mentions.length === 0) return
  const { id: number, network, channel } = conversation
  await alarm(act, act.station.channels.alarms, `care:${number}`, {
    notice: 'care-alarm',
    facts: { kinds: urgent.join(', '), number, network: NETWORK_LABEL[network], channel },
    mentions,
  })
  const who = mentions.map((id) => memberName(act.station, id)).join(', ')
  await noticeInThread(act, conversation, { notice: 'care-warned', facts: { who } }, PRIORITY.alarm)
}

/** Whom the station's files name for these kinds. */
export const toWarn = (act: Pick<Act, 'station'>, kinds: readonly UrgentKind[]): string[] => [
  ...new Set(kinds.flatMap((kind) => act.station.care[kind]?.warn ?? [])),
]
