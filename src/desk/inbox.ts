import { type CareKind, URGENT_KINDS } from '../model/care.ts'
import type { NetworkName } from '../model/network.ts'
import { markedConversations, standingCare } from '../store/care.ts'
import { waitingConversations } from '../store/waiting.ts'
import type { Act } from './act.ts'
import { programmeCalled } from './members.ts'

export interface Waiting {
  number: number
  programme: string | null
  network: NetworkName
  kind: 'public' | 'direct'
  handle: string
  /** Wall-clock ms. */
  since: number
  claimedBy: string | null
  /** What needs a person first, the most urgent first. */
  care: CareKind[]
}

/** Which of the waiting: all, those that the asker holds, those that nobody holds, those that need a person first, complaints, or those of one programme. */
export type Which = 'all' | 'mine' | 'unclaimed' | 'care' | 'complaints' | { programme: string }

const SHOWN = 20

/** The conversations in which the public waits, first those that need a person first, then the longest, and how many there are in all. */
export async function inbox(act: Act, which: Which): Promise<{ waiting: Waiting[]; total: number }> {
  const { n: total } = await chosen(act, which)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  const urgent = await listed(act, which, 'in', SHOWN)
  const others = urgent.length < SHOWN ? await listed(act, which, 'not in', SHOWN - urgent.length) : []
  const rows = [...urgent, ...others]
  const care = await standingCare(
    act.tx,
    rows.map((it) => it.number),
  )
  return {
    total,
    waiting: rows.map(({ claimed_by, claimed_until, ...row }) => ({
      ...row,
      claimedBy: (claimed_until ?? 0) > act.now ? claimed_by : null,
      care: care.get(row.number) ?? [],
    })),
  }
}

/** Those that are among the urgent ones, or that are not, longest first. */
const listed = (act: Act, which: Which, among: 'in' | 'not in', most: number) =>
  chosen(act, which)
    .where('c.id', among, markedConversations(act.tx, URGENT_KINDS))
    .innerJoin('person as p', 'p.id', 'c.person')
    .select(['c.id as number', 'c.programme', 'c.network', 'c.kind', 'p.handle'])
    .select(['c.claimed_by', 'c.claimed_until'])
    .select((eb) => eb.fn.coalesce('c.waiting_since', eb.lit(0)).as('since'))
    .orderBy('c.waiting_since')
    .limit(most)
    .execute()

function chosen(act: Act, which: Which) {
  const all = waitingConversations(act.tx)
  if (which === 'all') return all
  if (which === 'mine') return all.where('c.claimed_by', '=', act.by?.id ?? '').where('c.claimed_until', '>', act.now)
  if (which === 'care') return all.where('c.id', 'in', markedConversations(act.tx, URGENT_KINDS))
  if (which === 'complaints') return all.where('c.id', 'in', markedConversations(act.tx, ['complaint']))
  if (which === 'unclaimed')
    return all.where((eb) => eb.or([eb('c.claimed_by', 'is', null), eb('c.claimed_until', '<=', act.now)]))
  return all.where('c.programme', '=', programmeCalled(act.station, which.programme).id)
}
