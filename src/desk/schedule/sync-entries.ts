import { dateOf, instantOf, localAt } from '../../model/local-time.ts'
import { inSeason, silenceAt } from '../../model/season.ts'
import type { EntryFile } from '../../model/station.ts'
import { changeEntry, type Entry } from '../../store/entries.ts'
import { withdrawPlanned } from '../../store/posts.ts'
import { set, setting } from '../../store/settings.ts'
import type { Act } from '../act.ts'

const BATCH = 50

/**
 * Brings the entries of the station's files into the store, at the start, before anything airs. New ones are planned
 * from now on; changed ones too, unless somebody changed them in chat, which stays; what is gone from the files takes
 * back what it had planned. A proposal that nobody said yes to is forgotten.
 */
export async function syncEntries(act: Act): Promise<void> {
  await act.tx.deleteFrom('entry').where('state', '=', 'proposed').execute()
  const known = new Map((await act.tx.selectFrom('entry').selectAll().execute()).map((entry) => [entry.id, entry]))
  const added: Row[] = []
  for (const programme of act.station.programmes)
    for (const [place, file] of programme.entries.entries()) {
      const row = rowOf(programme.id, file, place)
      const entry = known.get(file.id)
      known.delete(file.id)
      if (entry) await follow(act, entry, row)
      else added.push(row)
    }
  for (let i = 0; i < added.length; i += BATCH)
    await act.tx
      .insertInto('entry')
      .values(added.slice(i, i + BATCH).map((row) => ({ ...row, state: 'active', since: act.now })))
      .execute()
  const programmes = new Set(act.station.programmes.map((it) => it.id))
  for (const entry of known.values())
    if (entry.state !== 'cancelled' && (entry.source === 'yaml' || !programmes.has(entry.programme)))
      await dismiss(act, entry)
  await followCalendar(act)
}

type Row = Pick<
  Entry,
  'id' | 'programme' | 'source' | 'cron' | 'once' | 'until' | 'texts' | 'media' | 'grace' | 'place'
>

const rowOf = (programme: string, { id, cron, once, until, texts, media, grace }: EntryFile, place: number): Row => ({
  id,
  programme,
  source: 'yaml',
  cron,
  once,
  until,
  texts: JSON.stringify(texts),
  media: JSON.stringify(media),
  grace,
  place,
})

const TIMING = ['programme', 'cron', 'once', 'until', 'grace'] as const
const ALL = [...TIMING, 'texts', 'media', 'source', 'place'] as const

/** An entry that is known already. Once the file says what the chat says, the file counts again. */
async function follow(act: Act, entry: Entry, row: Row): Promise<void> {
  const differs = (keys: readonly (keyof Row)[]) => keys.some((key) => entry[key] !== row[key])
  if (entry.changed === 1) {
    if (entry.state === 'active' && !differs([...TIMING, 'texts', 'media']))
      await changeEntry(act.tx, entry.id, { changed: 0, source: 'yaml', by: null })
    return
  }
  const back = entry.state === 'cancelled'
  if (!back && !differs(ALL)) return
  const anew = back || differs(TIMING)
  if (anew) await withdrawPlanned(act.tx, [entry.id], 'changed', act.now)
  await changeEntry(act.tx, entry.id, {
    ...row,
    ...(back ? { state: 'active' } : {}),
    ...(anew ? { planned_to: null, since: act.now } : {}),
  })
}

/** Gone from the files: what it had planned is taken back, and the files have the say over it again. */
async function dismiss(act: Act, entry: Entry): Promise<void> {
  await withdrawPlanned(act.tx, [entry.id], 'gone', act.now)
  await changeEntry(act.tx, entry.id, { state: 'cancelled', changed: 0, planned_to: null })
}

/** A season or silences that are not what they were when the posts were planned: the coming days are planned anew. */
async function followCalendar(act: Act): Promise<void> {
  const { season, silences, zone } = act.station
  const calendar = JSON.stringify({ season, silences, zone })
  const before = await setting(act.tx, 'calendar')
  if (before === calendar) return
  await set(act, 'calendar', calendar, null)
  if (before === null) return
  const planned = await act.tx
    .selectFrom('post')
    .select(['id', 'slot', 'due_at'])
    .where('state', '=', 'planned')
    .where('due_at', '>', act.now)
    .execute()
  for (const post of planned) {
    const reason = whyNot(act, post.due_at)
    if (reason) await act.tx.updateTable('post').set({ state: 'cancelled', reason }).where('id', '=', post.id).execute()
    else if (instantOf(post.slot, zone) !== post.due_at)
      await act.tx
        .updateTable('post')
        .set({ due_at: instantOf(post.slot, zone), zone })
        .where('id', '=', post.id)
        .where('moved', '=', 0)
        .execute()
  }
  await act.tx.updateTable('entry').set({ planned_to: null, since: act.now }).where('state', '=', 'active').execute()
}

function whyNot(act: Act, due: number): 'season' | 'silence' | null {
  const { station } = act
  const local = localAt(due, station.zone)
  if (!inSeason(station, dateOf(local))) return 'season'
  return silenceAt(station, local) ? 'silence' : null
}
