import type { Insertable } from 'kysely'
import { readCron, slotsBetween } from '../../model/cron.ts'
import { addDays, dateAt, dateOf, instantOf, type LocalDate, type LocalTime } from '../../model/local-time.ts'
import { inSeason, silenceAt } from '../../model/season.ts'
import type { Programme } from '../../model/station.ts'
import { changeEntry, type Entry, entriesToPlan } from '../../store/entries.ts'
import { insertPosts } from '../../store/posts.ts'
import type { PostTable } from '../../store/tables.ts'
import type { Act } from '../act.ts'

/** So many days ahead of today stand in the table. */
const HORIZON = 8
/** So many entries are looked at in one transaction, and no more once so many rows are written. */
const BATCH = 50

export const horizon = (act: Act): LocalDate => addDays(dateAt(act.now, act.station.zone), HORIZON)

/** Puts the due slots of the coming days in the table, one batch of entries; true when there is more to do. */
export async function planHorizon(act: Act): Promise<boolean> {
  const until = horizon(act)
  const entries = await entriesToPlan(act.tx, until, BATCH)
  const planned: { entry: string; to: LocalDate }[] = []
  const rows: Insertable<PostTable>[] = []
  for (const entry of entries) {
    if (rows.length >= BATCH) break
    const reached = rowsOf(act, entry, until, BATCH - rows.length, entry.since)
    rows.push(...reached.rows)
    planned.push({ entry: entry.id, to: reached.to })
  }
  await insertPosts(act.tx, rows)
  for (const to of new Set(planned.map((it) => it.to)))
    await act.tx
      .updateTable('entry')
      .set({ planned_to: to })
      .where(
        'id',
        'in',
        planned.filter((it) => it.to === to).map((it) => it.entry),
      )
      .execute()
  return entries.length === BATCH || planned.length < entries.length || planned.some((it) => it.to < until)
}

/** Puts the due slots of one entry in the table at once: somebody has just made or changed it. */
export async function planEntry(act: Act, entry: Entry): Promise<void> {
  const until = horizon(act)
  const { rows } = rowsOf(act, entry, until, Number.POSITIVE_INFINITY, act.now)
  for (let i = 0; i < rows.length; i += BATCH) await insertPosts(act.tx, rows.slice(i, i + BATCH))
  await changeEntry(act.tx, entry.id, { planned_to: until })
}

/**
 * The rows of an entry behind what is planned already; day by day, until the horizon or until there are enough. One that
 * was never planned begins at `since` (UTC ms): what it would have aired before does not exist, and what fell due between
 * then and now, because the process died in between, is late and not lost.
 */
function rowsOf(act: Act, entry: Entry, until: LocalDate, enough: number, since: number) {
  const after = entry.planned_to === null ? since : Number.NEGATIVE_INFINITY
  const programme = act.station.programmes.find((it) => it.id === entry.programme)
  const rows: Insertable<PostTable>[] = []
  let to = entry.planned_to ?? addDays(dateAt(since, act.station.zone), -1)
  while (to < until && rows.length < enough) {
    to = addDays(to, 1)
    if (programme && inSeason(act.station, to) && (entry.until === null || to <= entry.until))
      rows.push(...rowsOn(act, entry, programme, to, after))
  }
  return { rows, to }
}

function rowsOn(act: Act, entry: Entry, programme: Programme, date: LocalDate, after: number) {
  const { zone } = act.station
  const taken = new Set<number>()
  return slotsOn(entry, date)
    .map((slot) => ({ slot, due: instantOf(slot, zone) }))
    .filter(({ due }) => due > after)
    .map(({ slot, due }): Insertable<PostTable> => {
      // Clocks that go forward push every time in the gap onto the minute after it: it airs there once.
      const reason = silenceAt(act.station, slot) ? 'silence' : taken.has(due) ? 'gap' : null
      taken.add(due)
      return {
        entry: entry.id,
        programme: programme.id,
        channel: programme.channel,
        slot,
        zone,
        due_at: due,
        state: reason === null ? 'planned' : 'skipped',
        reason,
        media: '[]',
        grace: entry.grace,
      }
    })
}

function slotsOn(entry: Entry, date: LocalDate): LocalTime[] {
  if (entry.once !== null) return dateOf(entry.once) === date ? [entry.once] : []
  const cron = readCron(entry.cron ?? '')
  return cron ? slotsBetween(cron, date, date) : []
}
