import type { Act } from '../src/desk/act.ts'
import { commandWords } from '../src/wording/commands.ts'
import { languageOf, privately } from './answer.ts'
import type { Answer } from './command.ts'

/** What the writer hears about a reply in the hold, with the way back. */
export function heldAnswer(act: Act, conversation: number, held: { draft: number; goesOutIn: number }): Answer {
  const say = commandWords(languageOf(act))
  return privately(say.held(conversation, Math.round(held.goesOutIn / 1000)), {
    buttons: [{ action: 'undo', value: String(held.draft), label: say.undo }],
    about: { conversation, draft: held.draft },
  })
}
