import { timeText } from '../wording/moments.ts'
import type { Act } from './act.ts'
import { alarm } from './thread.ts'

/**
 * Tells the team what has to be mended about a chat platform, on every platform; the sick one takes it when it is back.
 * `since` is null where it begins, and the wall-clock ms of its beginning where it is over.
 */
export async function tellTrouble(
  act: Act,
  platform: string,
  trouble: { code: string; facts?: Record<string, string>; since: number | null },
): Promise<void> {
  const { channels, zone } = act.station
  const { code, since, facts = {} } = trouble
  const from = timeText(zone, since ?? act.now)
  await alarm(
    act,
    channels.alarms,
    `trouble:${platform}`,
    since === null
      ? { notice: 'chat-trouble', facts: { ...facts, code, from } }
      : { notice: 'chat-mended', facts: { ...facts, code, from, to: timeText(zone, act.now) } },
  )
}
