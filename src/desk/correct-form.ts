import type { Form } from '../model/chat.ts'
import type { Conversation } from '../store/conversations.ts'
import { deliveryLabels } from '../wording/delivery.ts'
import type { Act } from './act.ts'

/** What is asked of whoever corrects a reply of ours. */
export function correctForm(act: Act, { kind, network }: Pick<Conversation, 'kind' | 'network'>): Form {
  const say = deliveryLabels(act.station.language)
  const limits = act.networks.get(network)?.limits
  const max = (kind === 'direct' ? limits?.maxDirect : limits?.max) ?? 0
  return {
    title: say.correctTitle,
    submit: say.send,
    fields: [
      {
        name: 'text',
        label: kind === 'direct' ? say.privateDraft : say.draft,
        kind: 'lines',
        required: true,
        limit: { network, max, suffix: '' },
      },
    ],
  }
}
