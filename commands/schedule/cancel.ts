import { DIRECTING } from '../../src/desk/members.ts'
import { cancelEntry, pauseEntry, resumeEntry } from '../../src/desk/schedule/change-entry.ts'
import { cancelPost } from '../../src/desk/schedule/change-post.ts'
import { scheduleWords } from '../../src/wording/schedule-command.ts'
import { languageOf, privately } from '../answer.ts'
import { airingsText } from './airings-text.ts'
import { part } from './part.ts'
import { onlyTarget, type Target } from './read-target.ts'

export const cancel = part<Target>({
  usage: {
    nl: '/schedule cancel p12 (één bericht), of /schedule cancel ochtendblad-ma (alles wat dit nog uitzendt)',
    en: '/schedule cancel p12 (one post), or /schedule cancel ochtendblad-ma (all that it still airs)',
  },
  who: DIRECTING,
  parse: onlyTarget,
  async run(act, target) {
    const say = scheduleWords(languageOf(act))
    if ('post' in target) {
      const post = await cancelPost(act, target.post)
      return privately(say.postCancelled(target.post, post.entry))
    }
    await cancelEntry(act, target.entry)
    return privately(say.entryCancelled(target.entry))
  },
})

const onlyEntry = (words: string): string | null => {
  const target = onlyTarget(words)
  return target && 'entry' in target ? target.entry : null
}

export const pause = part<string>({
  usage: { nl: '/schedule pause ochtendblad-ma', en: '/schedule pause ochtendblad-ma' },
  who: DIRECTING,
  parse: onlyEntry,
  async run(act, entry) {
    await pauseEntry(act, entry)
    return privately(scheduleWords(languageOf(act)).entryPaused(entry))
  },
})

export const resume = part<string>({
  usage: { nl: '/schedule resume ochtendblad-ma', en: '/schedule resume ochtendblad-ma' },
  who: DIRECTING,
  parse: onlyEntry,
  async run(act, entry) {
    const { airings } = await resumeEntry(act, entry)
    return privately(scheduleWords(languageOf(act)).entryResumed(entry, airingsText(act, airings)))
  },
})
