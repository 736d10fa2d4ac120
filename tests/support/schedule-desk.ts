import { entry } from '../../commands/entry.ts'
import type { Action } from '../../commands/reply-actions.ts'
import { scheduleActions } from '../../commands/schedule/actions.ts'
import { schedule as command } from '../../commands/schedule.ts'
import type { Content } from '../../src/model/chat.ts'
import { Refused } from '../../src/model/refused.ts'
import type { Member } from '../../src/model/station.ts'
import { refusalText } from '../../src/wording/refusals.ts'
import { cast } from './cast.ts'
import type { TestSchedule } from './schedule.ts'

const place = { platform: 'desk', channel: 'ochtendblad', thread: null, conversation: null }

/** A member types `/schedule words` and reads what comes back. */
export const types = (schedule: TestSchedule, words: string, by: Member = cast.coordinator): Promise<Content[]> =>
  schedule.act(by, (act) => entry(command).call(words, place, act))

/** The refusal a member reads, as its code and its sentence. */
export async function isRefused(schedule: TestSchedule, words: string, by: Member = cast.coordinator) {
  const outcome = await types(schedule, words, by).catch((error: unknown) => error)
  if (!(outcome instanceof Refused)) throw outcome instanceof Error ? outcome : new Error('it was not refused')
  return { code: outcome.code, text: refusalText(by.language, outcome) }
}

/** A member presses a button. */
export const presses = (schedule: TestSchedule, action: string, value: string, by: Member = cast.coordinator) =>
  schedule.act(by, (act) => (scheduleActions[action] as Action)(act, value, {}, place))

/** Everything one reads in a private answer, a line a fact. */
export const linesOf = (contents: Content[]): string[] =>
  contents.flatMap(({ text, facts = [] }) => [text, ...facts.map(({ label, value }) => `${label}: ${value}`)])
