import type { Act } from '../src/desk/act.ts'
import { inLanguageOfPerson } from '../src/desk/in-language.ts'
import { openCloseForm, openCorrectForm, openReplyForm } from '../src/desk/open-form.ts'
import type { Form, FormAsked } from '../src/model/chat.ts'
import { Refused } from '../src/model/refused.ts'
import { close } from './close.ts'
import type { Place } from './command.ts'
import { requireRight } from './entry.ts'
import { takeImages } from './take-images.ts'
import { type Addressed, readNumber } from './which-conversation.ts'

type OpenForm = (act: Act, asked: FormAsked, place: Place) => Promise<Form>

/** Every form that a button opens, by the button's action; what is sent in comes to the action of that name. */
const forms: Record<string, OpenForm> = Object.assign(Object.create(null), {
  reply: (act, asked, place) =>
    openReplyForm(act, conversationIn(asked, place), asked.typed, takeImages(asked.typed.text ?? '').text),
  async close(act, asked, place) {
    requireRight(act, close)
    return openCloseForm(act, conversationIn(asked, place).conversation, asked.typed)
  },
  correct: (act, asked) => openCorrectForm(act, Number(asked.value), asked.typed),
} satisfies Record<string, OpenForm>)

/** Opens the form that somebody asks for, in that person's language. Throws `Refused`. */
export async function openForm(act: Act, asked: FormAsked, place: Place): Promise<Form> {
  const open = forms[asked.action]
  if (!open) throw new Refused('unknown-action', { action: asked.action })
  return open(inLanguageOfPerson(act), asked, place)
}

/** The conversation that the button is about; without a value that of the thread in which it was asked. */
function conversationIn({ value }: FormAsked, place: Place): Addressed {
  const at = readNumber(value)
  if (at) return at
  if (value === '' && place.conversation !== null) return { conversation: place.conversation }
  throw new Refused('no-conversation-here')
}
