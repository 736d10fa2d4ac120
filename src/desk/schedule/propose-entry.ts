import type { Moment } from '../../model/moment.ts'
import { Refused } from '../../model/refused.ts'
import type { Programme } from '../../model/station.ts'
import { changeEntry, type Entry, findEntry, momentOf, type Texts, textsOf } from '../../store/entries.ts'
import { record } from '../../store/history.ts'
import type { Act } from '../act.ts'
import { planEntry } from './plan.ts'
import { nextAirings, requireMoment } from './require-moment.ts'
import { type GivenTexts, type Length, postingNetworks, requireFitting, textsFor } from './require-texts.ts'

export interface NewEntry {
  programme: Programme
  moment: Moment
  texts: GivenTexts
}

/** What a coordinator sees before saying yes. */
export interface Proposal {
  entry: Entry
  /** The next three airings, UTC ms. */
  airings: number[]
  texts: Texts
  lengths: Length[]
  /** Posts that air in the same minute as one of those, by number. */
  beside: number[]
  /** Entries that say the same. */
  sameText: string[]
}

/** Behind everything that a file holds. */
const LAST = 1_000_000

/** Keeps a new entry until its maker says yes; nothing of it is planned before. */
export async function proposeEntry(act: Act, input: NewEntry): Promise<Proposal> {
  const { programme, moment } = input
  requireMoment(act, moment)
  const texts = textsFor(act, input.texts, postingNetworks(act))
  const lengths = requireFitting(act, texts)
  const sameText = await entriesSaying(act, programme, texts, moment)
  const entry: Entry = {
    id: await freeId(act, programme.id),
    programme: programme.id,
    source: 'chat',
    cron: 'cron' in moment ? moment.cron : null,
    once: 'once' in moment ? moment.once : null,
    until: null,
    texts: JSON.stringify(texts),
    media: '[]',
    grace: programme.grace,
    state: 'proposed',
    changed: 0,
    by: act.by?.id ?? null,
    planned_to: null,
    since: act.now,
    place: LAST,
  }
  await act.tx.insertInto('entry').values(entry).execute()
  const airings = nextAirings(act.station, moment, null, act.now, 3)
  return { entry, airings, texts, lengths, beside: await postsAt(act, airings), sameText }
}

/** Its maker, or another coordinator, says yes: from now on it airs. */
export async function acceptEntry(act: Act, id: string): Promise<{ entry: Entry; airings: number[] }> {
  const entry = await proposed(act, id)
  requireMoment(act, momentOf(entry))
  requireFitting(act, textsOf(entry))
  await changeEntry(act.tx, id, { state: 'active' })
  await planEntry(act, { ...entry, state: 'active' })
  await record(act, 'entry-added', { detail: id })
  return { entry, airings: nextAirings(act.station, momentOf(entry), null, act.now, 3) }
}

export async function dropProposal(act: Act, id: string): Promise<void> {
  await proposed(act, id)
  await act.tx.deleteFrom('entry').where('id', '=', id).execute()
}

async function proposed(act: Act, id: string): Promise<Entry> {
  const entry = await findEntry(act.tx, id)
  if (entry?.state !== 'proposed') throw new Refused('proposal-gone')
  return entry
}

/** Entries of the programme with one of these texts; one that airs at the same moments too is the same entry. */
async function entriesSaying(act: Act, programme: Programme, texts: Texts, moment: Moment): Promise<string[]> {
  const entries = await act.tx
    .selectFrom('entry')
    .selectAll()
    .where('programme', '=', programme.id)
    .where('state', 'in', ['active', 'paused'])
    .execute()
  const said = new Set(Object.values(texts))
  const same = entries.filter((entry) => Object.values(textsOf(entry)).some((text) => said.has(text)))
  const twice = same.find((entry) => JSON.stringify(momentOf(entry)) === JSON.stringify(moment))
  if (twice) throw new Refused('entry-twice', { entry: twice.id })
  return same.map((entry) => entry.id)
}

async function postsAt(act: Act, airings: readonly number[]): Promise<number[]> {
  if (airings.length === 0) return []
  const rows = await act.tx
    .selectFrom('post')
    .select('id')
    .where('due_at', 'in', airings)
    .where('state', '=', 'planned')
    .execute()
  return rows.map((row) => row.id)
}

async function freeId(act: Act, programme: string): Promise<string> {
  for (let n = 1; ; n++) {
    const id = `${programme}-extra-${n}`
    if (!(await findEntry(act.tx, id))) return id
  }
}
