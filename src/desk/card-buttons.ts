import type { Button } from '../model/chat.ts'
import type { Moderation } from '../model/network.ts'
import type { PersonalDetail } from '../model/personal-details.ts'
import type { Conversation, Message } from '../store/conversations.ts'
import { cardLabels } from '../wording/card.ts'
import type { Act } from './act.ts'
import { closeForm } from './close-form.ts'
import { moderationsFor } from './moderate.ts'
import { replyForm } from './reply-form.ts'

/** Personal details that stand in public: which, and the newest message that has any. */
export interface Details {
  kinds: PersonalDetail[]
  newest: number | null
}

/** What can be done with a conversation at this moment; `newest` is the message of the public that an answer goes to. */
export function cardButtons(act: Act, conversation: Conversation, details: Details, newest: Message | null): Button[] {
  const say = cardLabels(act.station.language)
  const value = String(conversation.id)
  if (conversation.state === 'closed') return [{ action: 'reopen', value, label: say.reopen }]
  const limits = act.networks.get(conversation.network)?.limits
  const claimed = conversation.claimed_by !== null && (conversation.claimed_until ?? 0) > act.now
  const buttons: Button[] = [
    claimed ? { action: 'release', value, label: say.release } : { action: 'claim', value, label: say.claim },
    ...(isAnswerable(newest)
      ? [{ action: 'reply', value, label: say.reply, style: 'primary', form: replyForm(act, conversation) } as const]
      : []),
    { action: 'close', value, label: say.close, form: closeForm(act, conversation.id) },
  ]
  if (details.newest !== null)
    buttons.push({ action: 'ask-private', value: `${value}.${details.newest}`, label: say.askPrivate, overflow: true })
  if (limits?.likes && conversation.kind === 'public' && newest !== null)
    buttons.push({ action: 'like', value, label: say.like, overflow: true })
  // The card shows the first message: of a later one it is said which it is.
  const labelOf = (verdict: Moderation) =>
    newest === null || newest.ordinal === 1
      ? say.moderate[verdict]
      : `${say.moderate[verdict]} (${value}.${newest.ordinal})`
  if (limits && newest)
    for (const verdict of moderationsFor(limits, newest))
      buttons.push({
        action: verdict,
        value: `${value}.${newest.ordinal}`,
        label: labelOf(verdict),
        overflow: true,
      })
  return buttons
}

/** False where nothing stands any more, where its network takes no answer, or where it must be let into public first. */
const isAnswerable = (newest: Message | null): boolean =>
  newest !== null && newest.unanswerable === null && newest.sight !== 'held' && newest.sight !== 'rejected'
