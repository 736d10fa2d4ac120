import type { Attachment } from '../model/network.ts'
import { Refused } from '../model/refused.ts'
import { conversationByNumber, type Message, messageToAnswer } from '../store/conversations.ts'
import { type Draft, seenOf } from '../store/drafts.ts'
import type { Act } from './act.ts'
import { hold } from './hold.ts'
import { personsIn } from './members.ts'
import { requireSender } from './send-rights.ts'

export interface Reply {
  conversation: number
  /** The 3 of 12.3; without it the newest message of the public is answered. */
  ordinal?: number
  text: string
  media?: Attachment[]
  /** Send although somebody else holds the conversation. */
  anyway?: boolean
  /** The chat message that it was typed in, so that editing that changes the draft while it is held. */
  source?: { platform: string; message: string }
}

/** Puts a reply in the hold; it leaves by itself when the hold is over. Answers with the draft and the hold's ms. */
export async function reply(act: Act, input: Reply): Promise<{ draft: number; goesOutIn: number }> {
  const by = requireSender(act)
  const draft = await startDraft(act, by.id, 'reply', 'held', input)
  return hold(act, draft, { anyway: input.anyway ?? false })
}

/** Enters a draft with what its writer had seen of the addressee. Nothing of it can leave yet. */
export async function startDraft(
  act: Act,
  by: string,
  kind: 'reply' | 'auto',
  state: 'asked' | 'held',
  input: Reply,
): Promise<number> {
  const conversation = await conversationByNumber(act.tx, input.conversation)
  return enterDraft(act, by, kind, state, await messageToAnswer(act.tx, conversation.id, input.ordinal), input)
}

/** The same for a message that is known already; a correction answers our own. */
export async function enterDraft(
  act: Act,
  by: string,
  kind: Draft['kind'],
  state: 'asked' | 'held',
  message: Message,
  input: Pick<Reply, 'text' | 'media' | 'source'>,
): Promise<number> {
  const text = input.text.trim()
  const conversation = message.conversation ?? 0
  if (text === '') throw new Refused('empty-reply', { number: conversation })
  if (personsIn(text).length > 0) throw new Refused('colleague-in-reply', { number: conversation })
  const seen = await seenOf(act.tx, conversation, message.person ?? 0)
  const { id } = await act.tx
    .insertInto('draft')
    .values({
      conversation,
      message: message.id,
      seen_message: seen.message,
      seen_revision: seen.revision,
      kind,
      text,
      media: JSON.stringify(input.media ?? []),
      by,
      state,
      created_at: act.now,
      source_platform: input.source?.platform ?? null,
      source_message: input.source?.message ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
