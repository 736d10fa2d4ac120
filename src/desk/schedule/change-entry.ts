import type { Moment } from '../../model/moment.ts'
import { NETWORKS } from '../../model/network.ts'
import { Refused } from '../../model/refused.ts'
import { type Entry, entryById, momentOf, textsOf, changeEntry as write } from '../../store/entries.ts'
import { record } from '../../store/history.ts'
import { withdrawPlanned } from '../../store/posts.ts'
import type { Act } from '../act.ts'
import { planEntry } from './plan.ts'
import { nextAirings, requireMoment } from './require-moment.ts'
import { type GivenTexts, requireFitting, textsFor } from './require-texts.ts'

/** Gives an entry another moment, other texts, or both. From then on the chat has the say over it, not the file. */
export async function editEntry(
  act: Act,
  id: string,
  change: { moment: Moment | null; texts: GivenTexts },
): Promise<{ entry: Entry; airings: number[] }> {
  const entry = await standing(act, id)
  const before = textsOf(entry)
  const changed = textsFor(
    act,
    change.texts,
    NETWORKS.filter((network) => before[network] !== undefined),
  )
  const texts = { ...before, ...changed }
  requireFitting(act, texts)
  if (change.moment) requireMoment(act, change.moment, entry.until)
  const moment = change.moment ?? momentOf(entry)
  const next: Entry = {
    ...entry,
    cron: 'cron' in moment ? moment.cron : null,
    once: 'once' in moment ? moment.once : null,
    texts: JSON.stringify(texts),
    changed: 1,
    by: act.by?.id ?? null,
  }
  await write(act.tx, id, next)
  if (change.moment) await planAnew(act, next)
  await record(act, 'entry-edited', { detail: id })
  return { entry: next, airings: nextAirings(act.station, moment, entry.until, act.now, 3) }
}

/** Takes an entry off the schedule with everything that it still has to air. */
export async function cancelEntry(act: Act, id: string): Promise<void> {
  await standing(act, id)
  await write(act.tx, id, { state: 'cancelled', changed: 1, by: act.by?.id ?? null, planned_to: null })
  await act.tx
    .updateTable('post')
    .set({ state: 'cancelled', reason: 'by-hand' })
    .where('entry', '=', id)
    .where('state', '=', 'planned')
    .execute()
  await record(act, 'entry-cancelled', { detail: id })
}

/** Lets an entry rest; a post of it that somebody moved still airs. */
export async function pauseEntry(act: Act, id: string): Promise<void> {
  const entry = await standing(act, id)
  if (entry.state === 'paused') throw new Refused('entry-state', { entry: id, state: 'paused' })
  await write(act.tx, id, { state: 'paused', changed: 1, by: act.by?.id ?? null, planned_to: null })
  await withdrawPlanned(act.tx, [id], 'paused', act.now)
  await record(act, 'entry-paused', { detail: id })
}

/** Lets a resting entry air again, from now on. */
export async function resumeEntry(act: Act, id: string): Promise<{ airings: number[] }> {
  const entry = await standing(act, id)
  if (entry.state !== 'paused') throw new Refused('entry-state', { entry: id, state: entry.state })
  await write(act.tx, id, { state: 'active', by: act.by?.id ?? null })
  await planEntry(act, { ...entry, state: 'active', planned_to: null })
  await record(act, 'entry-resumed', { detail: id })
  return { airings: await nextPlanned(act, id) }
}

/** Its next three airings that stand in the table: one that somebody cancelled is not among them. */
async function nextPlanned(act: Act, entry: string): Promise<number[]> {
  const rows = await act.tx
    .selectFrom('post')
    .select('due_at')
    .where('entry', '=', entry)
    .where('state', '=', 'planned')
    .orderBy('due_at')
    .limit(3)
    .execute()
  return rows.map((row) => row.due_at)
}

async function planAnew(act: Act, entry: Entry): Promise<void> {
  await withdrawPlanned(act.tx, [entry.id], 'changed', act.now)
  await write(act.tx, entry.id, { planned_to: null })
  if (entry.state === 'active') await planEntry(act, { ...entry, planned_to: null })
}

async function standing(act: Act, id: string): Promise<Entry> {
  const entry = await entryById(act.tx, id)
  if (entry.state === 'cancelled' || entry.state === 'proposed')
    throw new Refused('entry-state', { entry: id, state: 'cancelled' })
  return entry
}
