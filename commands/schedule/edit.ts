import { DIRECTING } from '../../src/desk/members.ts'
import { editEntry } from '../../src/desk/schedule/change-entry.ts'
import { editPost } from '../../src/desk/schedule/change-post.ts'
import type { GivenTexts } from '../../src/desk/schedule/require-texts.ts'
import type { Moment } from '../../src/model/moment.ts'
import { scheduleWords } from '../../src/wording/schedule-command.ts'
import { languageOf, privately } from '../answer.ts'
import { airingsText } from './airings-text.ts'
import { part } from './part.ts'
import { type Target, takeTarget } from './read-target.ts'
import { isEmpty, readTexts } from './read-texts.ts'
import { takeMoment } from './take-moment.ts'

interface Input {
  target: Target
  moment: Moment | null
  texts: GivenTexts
}

/** A moment only between quotes: a text may well begin with "morgen 09:15". */
const QUOTED = /^\s*["“„]/u

export const edit = part<Input>({
  usage: {
    nl: '/schedule edit p12 nieuwe tekst, of /schedule edit ochtendblad-ma "elke vrijdag 17:00" nieuwe tekst (het moment tussen aanhalingstekens)',
    en: '/schedule edit p12 new text, or /schedule edit ochtendblad-ma "every friday 17:00" new text (the moment between quotes)',
  },
  who: DIRECTING,
  parse(words, act) {
    const taken = takeTarget(words)
    if (!taken) return null
    const { target } = taken
    const timed = 'entry' in target && QUOTED.test(taken.rest) ? takeMoment(taken.rest, act) : null
    const texts = readTexts(timed?.rest ?? taken.rest)
    return isEmpty(texts) && timed === null ? null : { target, moment: timed?.moment ?? null, texts }
  },
  async run(act, { target, moment, texts }) {
    const say = scheduleWords(languageOf(act))
    if ('post' in target) {
      await editPost(act, target.post, texts)
      return privately(say.postEdited(target.post))
    }
    const { airings } = await editEntry(act, target.entry, { moment, texts })
    return privately(say.entryEdited(target.entry, airingsText(act, airings)))
  },
})
