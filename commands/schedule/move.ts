import { DIRECTING } from '../../src/desk/members.ts'
import { movePost } from '../../src/desk/schedule/change-post.ts'
import { Refused } from '../../src/model/refused.ts'
import { scheduleWords } from '../../src/wording/schedule-command.ts'
import { languageOf, privately } from '../answer.ts'
import { airingsText } from './airings-text.ts'
import { part } from './part.ts'
import { takeTarget } from './read-target.ts'
import { takeMoment } from './take-moment.ts'

interface Input {
  post: number
  to: { time: string } | { local: string }
}

const TIME = /^(\d{1,2})[:.](\d{2})$/

export const move = part<Input>({
  usage: { nl: '/schedule move p12 10:30, of p12 morgen 10:30', en: '/schedule move p12 10:30, or p12 tomorrow 10:30' },
  who: DIRECTING,
  parse(words, act) {
    const taken = takeTarget(words)
    if (!taken || !('post' in taken.target) || taken.rest === '') return null
    const { post } = taken.target
    const time = TIME.exec(taken.rest)
    if (time && Number(time[1]) < 24 && Number(time[2]) < 60)
      return { post, to: { time: `${String(time[1]).padStart(2, '0')}:${time[2]}` } }
    const { moment, rest } = takeMoment(taken.rest, act)
    if ('cron' in moment) throw new Refused('moment-repeats', { found: taken.rest })
    return rest === '' ? { post, to: { local: moment.once } } : null
  },
  async run(act, { post, to }) {
    const moved = await movePost(act, post, to)
    return privately(scheduleWords(languageOf(act)).postMoved(post, airingsText(act, [moved.due_at])))
  },
})
