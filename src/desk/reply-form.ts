import type { Form } from '../model/chat.ts'
import type { Conversation } from '../store/conversations.ts'
import { cardLabels } from '../wording/card.ts'
import type { Act } from './act.ts'

/** What is asked of whoever answers behind a button. */
export function replyForm(act: Act, { id, kind, network }: Pick<Conversation, 'id' | 'kind' | 'network'>): Form {
  const say = cardLabels(act.station.language)
  const limits = act.networks.get(network)?.limits
  const max = (kind === 'direct' ? limits?.maxDirect : limits?.max) ?? 0
  return {
    title: say.replyTitle(id),
    submit: say.send,
    fields: [
      { name: 'opened', label: '', kind: 'opened' },
      {
        name: 'text',
        label: kind === 'direct' ? say.privateReplyText : say.replyText,
        kind: 'lines',
        required: true,
        limit: { network, max, suffix: '' },
      },
    ],
  }
}
