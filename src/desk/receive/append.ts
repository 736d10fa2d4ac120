import type { Written } from '../../model/change.ts'
import { isOpen, programmeOnAir } from '../../model/grid.ts'
import type { NetworkName } from '../../model/network.ts'
import { personalDetails } from '../../model/personal-details.ts'
import type { Message, Person } from '../../store/conversations.ts'
import { insertRow } from '../../store/insert-row.ts'
import type { Act } from '../act.ts'
import { answerAtNight } from '../answer-at-night.ts'
import { markCare } from '../mark-care.ts'
import { stopStale } from '../stop-stale.ts'
import { noticeInThread, openThread, postInThread, reviseCard } from '../thread.ts'
import type { Placed } from './find-conversation.ts'
import type { Known } from './look-up.ts'

/** Enters one message of the public and shows it: a new thread, or the next message of one. */
export async function appendMessage(
  act: Act,
  network: NetworkName,
  change: Written,
  person: Person,
  placed: Placed | null,
  known: Known,
): Promise<void> {
  const message = await insertMessage(act, network, change, person, placed)
  known.messages.set(change.id, message)
  known.unindexed.add(message.id)
  if (!placed) return
  const waited = placed.conversation.waiting_since !== null
  const conversation = placed.how === 'new' ? placed.conversation : await count(act, placed.conversation.id, message)
  known.conversations.set(change.threadKey, conversation)
  if (placed.how === 'new') {
    await openThread(act, conversation)
    await callHost(act, conversation)
  } else {
    await postInThread(act, conversation, 'message', message.id)
    if (placed.how === 'reopened')
      await noticeInThread(act, conversation, { notice: 'reopened-by-reader', facts: { handle: person.handle } })
    const changesFace =
      !waited ||
      placed.how === 'reopened' ||
      personalDetails(change.text).length > 0 ||
      (await standsApart(act, conversation.id))
    if (changesFace) await reviseCard(act, conversation)
    await stopStale(act, conversation, person.id, 'wrote-again')
    const held = conversation.claimed_by !== null && (conversation.claimed_until ?? 0) > act.now
    if ((!waited || placed.how === 'reopened') && !held) await callHost(act, conversation)
  }
  const marked = await markCare(act, conversation, message, placed.how === 'reopened')
  if (marked.length > 0 && placed.how !== 'new') await reviseCard(act, conversation)
  await answerAtNight(act, conversation, message, person)
}

/** Something of it cannot be answered, or is not for everybody to see: its card says so of the newest message alone. */
const standsApart = async (act: Act, conversation: number): Promise<boolean> =>
  (await act.tx
    .selectFrom('message')
    .select('id')
    .where('conversation', '=', conversation)
    .where((eb) => eb.or([eb('unanswerable', 'is not', null), eb('sight', 'is not', null)]))
    .executeTakeFirst()) !== undefined

/** The conversation has one message more, and somebody waits in it. */
const count = (act: Act, conversation: number, message: Message) =>
  act.tx
    .updateTable('conversation')
    .set((eb) => ({
      messages: message.ordinal,
      last_in_at: act.now,
      waiting_since: eb.fn.coalesce('waiting_since', eb.val(act.now)),
    }))
    .where('id', '=', conversation)
    .returningAll()
    .executeTakeFirstOrThrow()

async function insertMessage(
  act: Act,
  network: NetworkName,
  change: Written,
  person: Person,
  placed: Placed | null,
): Promise<Message> {
  const message = await insertRow(act.tx, 'message', {
    network,
    account: change.account,
    external_id: change.id,
    conversation: placed?.conversation.id ?? null,
    ordinal: placed ? (placed.how === 'new' ? 1 : placed.conversation.messages + 1) : 0,
    person: person.id,
    direction: 'in',
    kind: change.what,
    text: change.text,
    at: change.at,
    received_at: act.now,
    revision: change.revision ?? 0,
    state: 'live',
    in_reply_to: change.inReplyTo,
    url: change.url,
    attachments: JSON.stringify(change.attachments),
    edited_at: change.kind === 'edited' ? act.now : null,
    unanswerable: change.unanswerable ?? null,
    sight: change.sight ?? null,
    // What the sandbox played is on no network: there is nothing to look at again there.
    checked_at: act.networks.get(network)?.live ? act.now : null,
  })
  return message
}

/** A conversation stays with its programme when that is off the air; whoever is on the air now is called to it. */
async function callHost(
  act: Act,
  conversation: { id: number; channel: string; programme: string | null },
): Promise<void> {
  const onAir = programmeOnAir(act.station, act.now)
  if (!isOpen(act.station, act.now) || !onAir || onAir.id === conversation.programme) return
  const host = onAir.hosts[0]
  if (host)
    await noticeInThread(act, conversation, {
      notice: conversation.programme === null ? 'came-at-night' : 'off-air',
      facts: { onAir: onAir.name },
      mentions: [host],
    })
}
