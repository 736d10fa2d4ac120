import type { Button, Content } from '../model/chat.ts'
import { NETWORK_LABEL } from '../model/network.ts'
import { type Conversation, conversationByNumber, messageById, personById } from '../store/conversations.ts'
import { type Draft, draftById, seenOf } from '../store/drafts.ts'
import { isPaused } from '../store/settings.ts'
import { cardLabels } from '../wording/card.ts'
import { deliveryLabels } from '../wording/delivery.ts'
import { reasonText } from '../wording/reasons.ts'
import type { Act } from './act.ts'
import { correctForm } from './correct-form.ts'
import { publicText } from './public-text.ts'
import { NEVER_ANSWERED } from './unanswerable.ts'

/** The line in the thread that says what became of a reply: in the hold, out, stopped, refused, unknown, taken back. */
export async function draftContent(act: Act, id: number): Promise<Content> {
  const draft = await draftById(act.tx, id)
  const conversation = await conversationByNumber(act.tx, draft.conversation)
  const message = await messageById(act.tx, draft.message)
  const person = await personById(act.tx, message.person ?? conversation.person)
  const where = NETWORK_LABEL[conversation.network]
  const name = act.station.members.find((it) => it.id === draft.by)?.name ?? draft.by
  const buttons = await buttonsFor(act, draft, conversation)
  return {
    kind: 'reply',
    text: `${await sentence(act, draft, name, person.handle, where)}${afterthought(act, draft)}`,
    facts: [{ label: draftLabel(act, conversation), value: publicText(act, draft.by, draft.text) }],
    ...(buttons.length > 0 ? { buttons } : {}),
    ...(draft.url && draft.state === 'sent'
      ? { link: { label: deliveryLabels(act.station.language).view(where), url: draft.url } }
      : {}),
    ...(message.url !== null && draft.state === 'refused' && NEVER_ANSWERED.includes(draft.reason ?? '')
      ? { link: { label: cardLabels(act.station.language).byHand(where), url: message.url } }
      : {}),
    ...(needsWriter(draft) ? { mentions: [draft.by] } : {}),
    about: {
      conversation: conversation.id,
      network: conversation.network,
      draft: id,
      ...(draft.state === 'refused' && draft.reason !== null ? { code: draft.reason } : {}),
    },
  }
}

const draftLabel = (act: Act, { kind }: Pick<Conversation, 'kind'>): string => {
  const say = deliveryLabels(act.station.language)
  return kind === 'direct' ? say.privateDraft : say.draft
}

const needsWriter = (draft: Draft): boolean =>
  draft.kind !== 'auto' &&
  (['stale', 'refused', 'person', 'review'].includes(draft.state) || (draft.state === 'sent' && draft.reason !== null))

/** What was wished of a reply that is out and did not come about: it stands in public still. */
function afterthought(act: Act, draft: Draft): string {
  const { language } = act.station
  if (draft.state !== 'sent' || draft.reason === null) return ''
  return ` · ${deliveryLabels(language).retractFailed(reasonText(language)(draft.reason))}`
}

async function sentence(act: Act, draft: Draft, name: string, handle: string, where: string): Promise<string> {
  const say = deliveryLabels(act.station.language)
  const reason = reasonText(act.station.language)(draft.reason)
  switch (draft.state) {
    case 'asked':
      return say.askedAgain(name)
    case 'held':
      if (await isPaused(act.tx)) return say.heldBack(name, handle)
      return draft.reason === null
        ? say.held(name, handle, Math.round(act.station.replies.hold / 1000))
        : say.waits(reason)
    case 'sending':
      return draft.reason === null ? say.sending(name, handle) : say.waits(reason)
    case 'sent':
      if (draft.kind === 'auto') return say.autoSent(handle, where)
      return draft.kind === 'correction' ? say.corrected(name, where) : say.sent(name, handle, where)
    case 'undone':
      return say.undone(name)
    case 'kept':
      return say.kept(name)
    case 'stale':
      return draft.kind === 'auto' ? say.autoStopped(handle, reason) : say.stale(name, reason)
    case 'refused':
      return say.refused(name, where, reason)
    case 'unknown':
      return say.unknown(where)
    case 'person':
      return say.person(where, reason)
    case 'retracting':
      return say.retracting(where)
    case 'retracted':
      return say.retracted(where)
    case 'review':
      return say.review
    default:
      return draft.state satisfies never
  }
}

async function buttonsFor(act: Act, draft: Draft, conversation: Conversation): Promise<Button[]> {
  const say = deliveryLabels(act.station.language)
  const value = String(draft.id)
  const keep: Button = { action: 'keep', value, label: say.keepInside }
  switch (draft.state) {
    case 'held':
      return draft.kind === 'auto' ? [] : [{ action: 'undo', value, label: say.undo }]
    case 'stale': {
      if (draft.kind === 'auto') return []
      const message = await messageById(act.tx, draft.message)
      const seen = await seenOf(act.tx, draft.conversation, message.person ?? 0)
      return [{ action: 'send', value: `${value}@${seen.message}.${seen.revision}`, label: say.sendAnyway }, keep]
    }
    case 'review':
      return [{ action: 'send', value, label: say.send, style: 'primary' }, keep]
    case 'person':
      return [
        { action: 'is-out', value, label: say.isOut },
        { action: 'send-again', value, label: say.again },
        { action: 'drop', value, label: say.drop },
      ]
    case 'sent':
      return sentButtons(act, draft, conversation)
    default:
      return []
  }
}

function sentButtons(act: Act, draft: Draft, conversation: Conversation): Button[] {
  const say = deliveryLabels(act.station.language)
  const limits = act.networks.get(conversation.network)?.limits
  return [
    ...(limits?.retract && !draft.external_id?.startsWith('by-hand:')
      ? [{ action: 'retract', value: String(draft.id), label: say.retract, style: 'danger' as const, overflow: true }]
      : []),
    {
      action: 'correct',
      value: String(draft.id),
      label: say.correct,
      overflow: true,
      form: correctForm(act, conversation),
    },
  ]
}
