import type { Form } from '../model/chat.ts'
import { NETWORK_LABEL, type NetworkName } from '../model/network.ts'
import { Refused } from '../model/refused.ts'
import { type Conversation, conversationByNumber, messageToAnswer, personById } from '../store/conversations.ts'
import { draftById } from '../store/drafts.ts'
import { cardLabels } from '../wording/card.ts'
import { formWords } from '../wording/forms.ts'
import { reasonText } from '../wording/reasons.ts'
import type { Act } from './act.ts'
import { closeForm } from './close-form.ts'
import { correctForm } from './correct-form.ts'
import { memberName } from './members.ts'
import { lengthOn, publicText } from './public-text.ts'
import { replyForm } from './reply-form.ts'
import { requireSender } from './send-rights.ts'
import { soFar } from './so-far.ts'

type Typed = Readonly<Record<string, string>>

/**
 * The form for a reply as things stand: who is answered and where, what was said so far, and what would go out of
 * what is typed. What stands in its way is said in it, for whoever is writing must not lose the words.
 * @param text what of `typed.text` would be published
 */
export async function openReplyForm(
  act: Act,
  at: { conversation: number; ordinal?: number },
  typed: Typed,
  text: string,
): Promise<Form> {
  const by = requireSender(act)
  const say = formWords(act.station.language)
  const conversation = await conversationByNumber(act.tx, at.conversation)
  const addressee = await addresseeOf(act, conversation, at.ordinal)
  return {
    ...filled(replyForm(act, conversation), typed),
    context: [
      say.answers(addressee.handle, NETWORK_LABEL[conversation.network], conversation.kind === 'direct'),
      ...(addressee.live ? [] : [say.deleted]),
      ...(addressee.unanswerable === null ? [] : [unanswerableText(act, conversation.network, addressee.unanswerable)]),
      ...inTheWay(act, conversation),
    ].join(' '),
    quotes: await soFar(act, conversation.id),
    preview: previewOf(act, conversation, by.id, text),
  }
}

/** The same for a correction of a reply that stands in public, which is in the form already. */
export async function openCorrectForm(act: Act, id: number, typed: Typed): Promise<Form> {
  const by = requireSender(act)
  const draft = await draftById(act.tx, id)
  const conversation = await conversationByNumber(act.tx, draft.conversation)
  const ours = await act.tx
    .selectFrom('message')
    .select('id')
    .where('draft', '=', id)
    .where('direction', '=', 'out')
    .where('state', '=', 'live')
    .executeTakeFirst()
  if (!ours) throw new Refused('nothing-to-correct', { number: conversation.id })
  const text = typed.text ?? draft.text
  return {
    ...filled(correctForm(act, conversation), { ...typed, text }),
    context: [
      formWords(act.station.language).corrects(NETWORK_LABEL[conversation.network], conversation.id),
      ...inTheWay(act, conversation),
    ].join(' '),
    quotes: await soFar(act, conversation.id),
    preview: previewOf(act, conversation, by.id, text),
  }
}

/** Closing shows whom it is about, and whether somebody waits there still. */
export async function openCloseForm(act: Act, number: number, typed: Typed): Promise<Form> {
  const say = formWords(act.station.language)
  const conversation = await conversationByNumber(act.tx, number)
  const { handle } = await personById(act.tx, conversation.person)
  return {
    ...filled(closeForm(act, number), typed),
    context: [
      say.closes(handle, NETWORK_LABEL[conversation.network]),
      ...(conversation.waiting_since === null ? [] : [say.stillWaits]),
      ...inTheWay(act, conversation),
    ].join(' '),
  }
}

/** What was typed already stays. */
const filled = (form: Form, typed: Typed): Form => ({
  ...form,
  fields: form.fields.map((field) => {
    const value = typed[field.name]
    return value === undefined ? field : { ...field, value }
  }),
})

async function addresseeOf(
  act: Act,
  conversation: Conversation,
  ordinal?: number,
): Promise<{ handle: string; live: boolean; unanswerable: string | null }> {
  const message = await messageToAnswer(act.tx, conversation.id, ordinal).catch((error: unknown) => {
    if (error instanceof Refused) return null
    throw error
  })
  const { handle } = await personById(act.tx, message?.person ?? conversation.person)
  return { handle, live: message !== null, unanswerable: message?.unanswerable ?? null }
}

const unanswerableText = (act: Act, network: NetworkName, reason: string): string => {
  const { language } = act.station
  return `${cardLabels(language).unanswerable(NETWORK_LABEL[network], reasonText(language)(reason))}.`
}

function inTheWay(act: Act, conversation: Conversation): string[] {
  const say = formWords(act.station.language)
  const { claimed_by: holder, claimed_until: until } = conversation
  if (conversation.state === 'closed') return [say.closed(conversation.id)]
  if (holder === null || holder === act.by?.id || (until ?? 0) <= act.now) return []
  return [say.heldBy(memberName(act.station, holder))]
}

function previewOf(act: Act, conversation: Conversation, by: string, text: string): NonNullable<Form['preview']> {
  const shown = text.trim() === '' ? '' : publicText(act, by, text.trim())
  return { text: shown, ...lengthOn(act, conversation.network, conversation.kind === 'direct', shown) }
}
