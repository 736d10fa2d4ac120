import type { Form } from '../model/chat.ts'
import { CLOSE_REASONS } from '../model/close-reason.ts'
import { cardLabels } from '../wording/card.ts'
import type { Act } from './act.ts'

/** What is asked of whoever closes a conversation behind a button. */
export function closeForm(act: Act, number: number): Form {
  const say = cardLabels(act.station.language)
  return {
    title: say.closeTitle(number),
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
  }
}
