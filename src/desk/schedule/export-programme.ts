import { stringify } from 'yaml'
import { localAt } from '../../model/local-time.ts'
import type { Programme, Slot } from '../../model/station.ts'
import { type Entry, textsOf } from '../../store/entries.ts'
import type { Act } from '../act.ts'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** A programme's file with its entries as they stand now, what was changed in chat included; the station can read it. */
export async function exportProgramme(act: Act, programme: Programme): Promise<string> {
  const entries = await act.tx
    .selectFrom('entry')
    .selectAll()
    .where('programme', '=', programme.id)
    .where('state', 'in', ['active', 'paused'])
    .orderBy('place')
    .orderBy('id')
    .execute()
  const now = localAt(act.now, act.station.zone)
  const { slots, entries: _fromFile, ...same } = programme
  const file = {
    ...same,
    slots: slots.map(writeSlot),
    entries: entries
      .filter((entry) => entry.once === null || entry.once > now)
      .map((entry) => writeEntry(entry, programme)),
  }
  return stringify(file, { lineWidth: 110 })
}

/** Programmes whose entries are no longer what their file says. */
export async function changedProgrammes(act: Act): Promise<Programme[]> {
  const rows = await act.tx
    .selectFrom('entry')
    .select('programme')
    .where((eb) => eb.or([eb('changed', '=', 1), eb('source', '=', 'chat')]))
    .where('state', '<>', 'proposed')
    .distinct()
    .execute()
  const changed = new Set(rows.map((row) => row.programme))
  return act.station.programmes.filter((programme) => changed.has(programme.id))
}

const writeSlot = ({ days, from, to }: Slot) => ({ days: days.map((day) => DAYS[day - 1]), from, to })

function writeEntry(entry: Entry, programme: Programme): object {
  const { id, cron, once, until, grace } = entry
  const media = JSON.parse(entry.media) as unknown[]
  return {
    id,
    ...(cron === null ? { once } : { cron }),
    ...(until === null ? {} : { until }),
    ...(grace === programme.grace ? {} : { grace }),
    texts: textsOf(entry),
    ...(media.length > 0 ? { media } : {}),
  }
}
