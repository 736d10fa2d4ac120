import { clearCare } from '../src/desk/clear-care.ts'
import { openFromDigest } from '../src/desk/unfold.ts'
import { CLOSE_REASONS, type CloseReason } from '../src/model/close-reason.ts'
import { Refused } from '../src/model/refused.ts'
import { ROLES } from '../src/model/station.ts'
import { languageOf } from './answer.ts'
import { claim } from './claim.ts'
import { close } from './close.ts'
import type { Command } from './command.ts'
import { perform, requireRight } from './entry.ts'
import { release } from './release.ts'
import { reopen } from './reopen.ts'
import type { Action } from './reply-actions.ts'
import type { Addressed } from './which-conversation.ts'

/** A button on a card whose value is the conversation's number. */
const onConversation =
  (command: Command<Addressed>): Action =>
  (act, value, _form, place) =>
    perform(command, act, { conversation: Number(value) }, place)

/** The card's buttons that do what a command of the same name does. */
export const deskActions: Record<string, Action> = {
  claim: onConversation(claim),
  release: onConversation(release),
  reopen: onConversation(reopen),
  /** The thread and the card say it. */
  async 'care-clear'(act, value) {
    await clearCare(act, Number(value))
    return []
  },
  /** Chosen in a digest. Anybody of the team may look. */
  async open(act, value) {
    requireRight(act, { name: 'open', who: ROLES })
    return [await openFromDigest(act, Number(value))]
  },
  async close(act, value, form, place) {
    const reason = CLOSE_REASONS.find((it): it is CloseReason => it === form.reason)
    if (!reason) throw new Refused('usage', { problem: 'reason', found: '', usage: close.usage[languageOf(act)] })
    return perform(close, act, { conversations: [Number(value)], reason, because: form.note ?? '' }, place)
  },
}
