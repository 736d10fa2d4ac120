import type { Act } from '../src/desk/act.ts'
import { askAgain, question } from '../src/desk/ask.ts'
import { correct } from '../src/desk/correct.ts'
import { decide } from '../src/desk/decide.ts'
import { keep } from '../src/desk/keep.ts'
import { like } from '../src/desk/like.ts'
import { moderate } from '../src/desk/moderate.ts'
import { hasNewsSince } from '../src/desk/news.ts'
import { reply } from '../src/desk/reply.ts'
import { retract } from '../src/desk/retract.ts'
import { send } from '../src/desk/send.ts'
import { undo } from '../src/desk/undo.ts'
import { MODERATIONS } from '../src/model/network.ts'
import { Refused } from '../src/model/refused.ts'
import { deliveryLabels } from '../src/wording/delivery.ts'
import type { Answer, Place } from './command.ts'
import { takeImages } from './take-images.ts'
import { readNumber } from './which-conversation.ts'

/** A button: who pressed it is `act.by`; `value` says on what. */
export type Action = (act: Act, value: string, form: Record<string, string>, place: Place) => Promise<Answer>

/** What becomes of the reply is shown in its thread; the person who pressed needs no second message. */
const SHOWN_IN_THREAD: Answer = []

/** The buttons about replies. */
export const replyActions: Record<string, Action> = {
  async send(act, value) {
    const [id = '', pin = null] = value.split('@')
    const sent = await send(act, Number(id), pin)
    if (sent.status === 'held') return SHOWN_IN_THREAD
    return [await question(act, sent.draft, act.by?.language ?? act.station.language, sent.pin)]
  },
  async keep(act, value) {
    await keep(act, Number(value))
    return SHOWN_IN_THREAD
  },
  async undo(act, value) {
    await undo(act, Number(value))
    return SHOWN_IN_THREAD
  },
  async reply(act, value, form) {
    const { text, media } = takeImages(form.text ?? '')
    const at = readNumber(value)
    if (!at) throw new Refused('unknown-action', { action: 'reply' })
    const opened = Number(form.opened ?? Number.NaN)
    if (Number.isFinite(opened) && (await hasNewsSince(act, at.conversation, opened)))
      return [await askAgain(act, { ...at, text, media })]
    await reply(act, { ...at, text, media })
    return SHOWN_IN_THREAD
  },
  async correct(act, value, form) {
    await correct(act, { draft: Number(value), text: form.text ?? '' })
    return SHOWN_IN_THREAD
  },
  async retract(act, value) {
    await retract(act, { draft: Number(value) })
    return SHOWN_IN_THREAD
  },
  async like(act, value) {
    await like(act, Number(value))
    return SHOWN_IN_THREAD
  },
  async 'ask-private'(act, value) {
    const at = readNumber(value)
    if (!at) throw new Refused('unknown-action', { action: 'ask-private' })
    await reply(act, { ...at, text: deliveryLabels(act.station.language).askPrivate })
    return SHOWN_IN_THREAD
  },
  ...Object.fromEntries(
    MODERATIONS.map((verdict) => [
      verdict,
      async (act: Act, value: string): Promise<Answer> => {
        const at = readNumber(value)
        if (!at) throw new Refused('unknown-action', { action: verdict })
        await moderate(act, at, verdict)
        return SHOWN_IN_THREAD
      },
    ]),
  ),
  ...Object.fromEntries(
    (['is-out', 'send-again', 'drop'] as const).map((verdict) => [
      verdict,
      async (act: Act, value: string): Promise<Answer> => {
        await decide(act, Number(value), verdict)
        return SHOWN_IN_THREAD
      },
    ]),
  ),
}
