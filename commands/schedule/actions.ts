import type { Act } from '../../src/desk/act.ts'
import { DIRECTING, hasRole } from '../../src/desk/members.ts'
import { airNow, skipPost } from '../../src/desk/schedule/decide-late.ts'
import { publishAgain, settleByHand } from '../../src/desk/schedule/decide-variant.ts'
import { acceptEntry, dropProposal } from '../../src/desk/schedule/propose-entry.ts'
import { retractPost } from '../../src/desk/schedule/retract-post.ts'
import { Refused } from '../../src/model/refused.ts'
import { scheduleWords } from '../../src/wording/schedule-command.ts'
import { languageOf, privately } from '../answer.ts'
import type { Action } from '../reply-actions.ts'
import { airingsText } from './airings-text.ts'

/** What becomes of a post is shown in its channel. */
const shownInChannel =
  (verb: (act: Act, id: number) => Promise<void>): Action =>
  async (act, value) => {
    await verb(act, Number(value))
    return []
  }

/** The buttons about posts and about what a coordinator adds. */
export const scheduleActions: Record<string, Action> = {
  'air-now': shownInChannel(airNow),
  'skip-post': shownInChannel(skipPost),
  'retract-post': shownInChannel(retractPost),
  'post-again': shownInChannel(publishAgain),
  'post-is-out': shownInChannel((act, id) => settleByHand(act, id, 'is-out')),
  'post-drop': shownInChannel((act, id) => settleByHand(act, id, 'drop')),
  async 'schedule-add'(act, value) {
    requireDirecting(act)
    const { entry, airings } = await acceptEntry(act, value)
    return privately(scheduleWords(languageOf(act)).added(entry.id, airingsText(act, airings)))
  },
  async 'schedule-drop'(act, value) {
    requireDirecting(act)
    await dropProposal(act, value)
    return privately(scheduleWords(languageOf(act)).dropped)
  },
}

function requireDirecting(act: Act): void {
  if (!hasRole(act.by, DIRECTING))
    throw new Refused('no-right', { command: 'schedule add', roles: DIRECTING.join(', ') })
}
