import { Refused } from '../model/refused.ts'
import { record } from '../store/history.ts'
import { set } from '../store/settings.ts'
import type { Act } from './act.ts'
import { memberName } from './members.ts'
import { reviewHeld } from './review.ts'
import { pausedBy } from './station-state.ts'
import { alarm, reviseInThread } from './thread.ts'

/** Stops everything that would go out to the public; what comes in goes on coming in. */
export async function pause(act: Act): Promise<void> {
  const paused = await pausedBy(act)
  if (paused) throw new Refused('paused-already', { who: paused.who })
  await set(act, 'paused', 'yes', act.by?.id ?? null)
  await showHeld(act)
  await tell(act, 'paused')
  await record(act, 'paused')
}

/** Lets things go out again; the replies that waited are put before a person first. Answers with how many. */
export async function resume(act: Act): Promise<{ held: number }> {
  if (!(await pausedBy(act))) throw new Refused('not-paused')
  await set(act, 'paused', 'no', act.by?.id ?? null)
  const held = await reviewHeld(act)
  await tell(act, 'resumed', held)
  await record(act, 'resumed')
  return { held }
}

/** What is in the hold says that it waits, instead of counting down to a moment that does not come. */
async function showHeld(act: Act): Promise<void> {
  const held = await act.tx
    .selectFrom('draft')
    .innerJoin('conversation', 'conversation.id', 'draft.conversation')
    .select(['draft.id as draft', 'conversation.id', 'conversation.channel'])
    .where('draft.state', '=', 'held')
    .execute()
  for (const it of held) await reviseInThread(act, it, 'draft', it.draft)
}

const tell = (act: Act, notice: 'paused' | 'resumed', held = 0) =>
  alarm(act, act.station.channels.alarms, 'pause', {
    notice,
    facts: { who: memberName(act.station, act.by?.id ?? null), held },
  })
