import type { Content } from '../model/chat.ts'
import { type Attachment, NETWORK_LABEL } from '../model/network.ts'
import type { Language } from '../model/station.ts'
import { conversationByNumber, type Message, messageById, personById } from '../store/conversations.ts'
import { draftById } from '../store/drafts.ts'
import { deliveryLabels } from '../wording/delivery.ts'
import type { Act } from './act.ts'
import { isInternal } from './internal.ts'
import { requireMedia } from './media.ts'
import { lengthOn, publicText } from './public-text.ts'
import { quoteOf } from './quote.ts'
import { startDraft } from './reply.ts'
import { requireSender } from './send-rights.ts'
import { requireAnswerable } from './unanswerable.ts'

/**
 * What a curator typed in a thread is internal; this asks its writer, and nobody else, whether it may go out. Null
 * where nothing is to be asked: the writer may not send, somebody else holds it, a colleague is spoken to, the
 * programme asks for an explicit reply, or nothing of the public is there to be answered.
 */
export async function ask(
  act: Act,
  input: { conversation: number; text: string; media: Attachment[]; source: { platform: string; message: string } },
): Promise<Content | null> {
  const { by } = act
  if (!by?.roles.some((role) => role === 'curator' || role === 'coordinator' || role === 'administrator')) return null
  const conversation = await conversationByNumber(act.tx, input.conversation)
  const mode = act.station.programmes.find((it) => it.id === conversation.programme)?.threads ?? 'confirm'
  const held = conversation.claimed_by !== null && (conversation.claimed_until ?? 0) > act.now
  if (mode === 'explicit' || (held && conversation.claimed_by !== by.id) || isInternal(act, input.text)) return null
  const answerable = await act.tx
    .selectFrom('message')
    .select(['unanswerable', 'url'])
    .where('conversation', '=', conversation.id)
    .where('direction', '=', 'in')
    .where('state', '=', 'live')
    .orderBy('ordinal', 'desc')
    .executeTakeFirst()
  if (!answerable) return null
  // Said now, not when Send is pressed: what cannot go out, or along, is known already.
  requireAnswerable(conversation.network, answerable)
  requireMedia(act, conversation.network, input.media, { direct: conversation.kind === 'direct' })
  return question(act, await startDraft(act, by.id, 'reply', 'asked', input), by.language)
}

/** Asks once more what was written in a form while its addressee wrote: the question shows the news and pins it. */
export async function askAgain(
  act: Act,
  input: { conversation: number; ordinal?: number; text: string; media: Attachment[] },
): Promise<Content> {
  const by = requireSender(act)
  const id = await startDraft(act, by.id, 'reply', 'asked', input)
  const draft = await draftById(act.tx, id)
  return question(act, id, by.language, `${draft.seen_message}.${draft.seen_revision}`)
}

/** *Send to @reader on X? 261/280*, with Send and Keep inside; with a pin it is the same question after news. */
export async function question(act: Act, id: number, language: Language, pin?: string): Promise<Content> {
  const draft = await draftById(act.tx, id)
  const conversation = await conversationByNumber(act.tx, draft.conversation)
  const message = await messageById(act.tx, draft.message)
  const person = await personById(act.tx, message.person ?? conversation.person)
  const newest = pin === undefined ? message : await newestOf(act, draft.conversation, message)
  const { length, max } = lengthOn(
    act,
    conversation.network,
    conversation.kind === 'direct',
    publicText(act, draft.by, draft.text),
  )
  const say = deliveryLabels(language)
  const where = NETWORK_LABEL[conversation.network]
  const fits = length <= max
  return {
    kind: 'private',
    text:
      pin === undefined
        ? say.sendTo(person.handle, where, length, max)
        : say.staleSendTo(person.handle, where, length, max),
    ...(pin === undefined ? {} : { quote: quoteOf(newest, person.handle) }),
    facts: [
      {
        label: conversation.kind === 'direct' ? say.privateDraft : say.draft,
        value: publicText(act, draft.by, draft.text),
      },
      ...(JSON.parse(draft.media) as Attachment[]).map(({ url, alt }) => ({ label: say.image, value: alt ?? '', url })),
    ],
    buttons: [
      ...(fits
        ? [
            {
              action: 'send',
              value: pin === undefined ? String(id) : `${id}@${pin}`,
              label: pin === undefined ? say.send : say.sendAnyway,
              style: 'primary' as const,
            },
          ]
        : []),
      { action: 'keep', value: String(id), label: say.keepInside },
    ],
    about: { conversation: conversation.id, draft: id },
  }
}

const newestOf = async (act: Act, conversation: number, message: Message): Promise<Message> =>
  (await act.tx
    .selectFrom('message')
    .selectAll()
    .where('conversation', '=', conversation)
    .where('person', '=', message.person)
    .orderBy('ordinal', 'desc')
    .executeTakeFirst()) ?? message
