import type { Button } from '../model/chat.ts'
import { CLOSE_REASONS } from '../model/close-reason.ts'
import type { PersonalDetail } from '../model/personal-details.ts'
import type { Conversation } from '../store/conversations.ts'
import { cardLabels } from '../wording/card.ts'
import type { Act } from './act.ts'

/** Personal details that stand in public: which, and the newest message that has any. */
export interface Details {
  kinds: PersonalDetail[]
  newest: number | null
}

/** What can be done with a conversation at this moment. */
export function cardButtons(act: Act, conversation: Conversation, details: Details): Button[] {
  const say = cardLabels(act.station.language)
  const value = String(conversation.id)
  if (conversation.state === 'closed') return [{ action: 'reopen', value, label: say.reopen }]
  const limits = act.networks.get(conversation.network)?.limits
  const claimed = conversation.claimed_by !== null && (conversation.claimed_until ?? 0) > act.now
  const buttons: Button[] = [
    claimed ? { action: 'release', value, label: say.release } : { action: 'claim', value, label: say.claim },
    replyButton(act, conversation),
    closeButton(act, conversation),
  ]
  if (details.newest !== null)
    buttons.push({ action: 'ask-private', value: `${value}.${details.newest}`, label: say.askPrivate, overflow: true })
  if (limits?.likes && conversation.kind === 'public')
    buttons.push({ action: 'like', value, label: say.like, overflow: true })
  return buttons
}

function replyButton(act: Act, conversation: Conversation): Button {
  const say = cardLabels(act.station.language)
  const limits = act.networks.get(conversation.network)?.limits
  const max = (conversation.kind === 'direct' ? limits?.maxDirect : limits?.max) ?? 0
  return {
    action: 'reply',
    value: String(conversation.id),
    label: say.reply,
    style: 'primary',
    form: {
      title: say.replyTitle(conversation.id),
      submit: say.send,
      fields: [
        { name: 'opened', label: '', kind: 'opened' },
        {
          name: 'text',
          label: conversation.kind === 'direct' ? say.privateReplyText : say.replyText,
          kind: 'lines',
          required: true,
          limit: { network: conversation.network, max, suffix: '' },
        },
      ],
    },
  }
}

function closeButton(act: Act, conversation: Conversation): Button {
  const say = cardLabels(act.station.language)
  return {
    action: 'close',
    value: String(conversation.id),
    label: say.close,
    form: {
      title: say.closeTitle(conversation.id),
      submit: say.close,
      fields: [
        {
          name: 'reason',
          label: say.reason,
          kind: 'choice',
          required: true,
          options: CLOSE_REASONS.map((reason) => ({ value: reason, label: say.closeReason(reason) })),
        },
        { name: 'note', label: say.closeNote, kind: 'text' },
      ],
    },
  }
}
