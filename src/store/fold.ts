import { sql } from 'kysely'
import type { Tx } from './database.ts'
import type { Digest } from './digests.ts'
import { type Delivery, PRIORITY } from './outbox.ts'
import { unsettled } from './unsettled.ts'

/** The new messages of one channel. */
interface Line {
  platform: string
  channel: string
}

/** What new conversations are gathered by. */
interface Group {
  variant: number | null
  programme: string | null
}

const rateKeyOf = ({ platform, channel }: Line): string => `chat:${platform}:${channel}`

/** Written out, not bound: SQLite uses a partial index only where it sees the condition. */
const openingOfCard = sql<boolean>`d.state = 'queued' and d.verb = 'open' and d.subject = 'card'`

/** Whether more than so many cards wait for their place in the channel. */
export async function isBehind(tx: Tx, line: Line, most: number): Promise<boolean> {
  const rows = await tx
    .selectFrom('delivery as d')
    .select('d.id')
    .where(openingOfCard)
    .where('d.rate_key', '=', rateKeyOf(line))
    .limit(most + 1)
    .execute()
  return rows.length > most
}

/**
 * First threads that nobody is waiting for and that certainly are not there: never tried, or refused as too fast. What
 * was folded once, or stands somewhere already, is left alone.
 */
const candidates = (tx: Tx, line: Line) =>
  tx
    .selectFrom('delivery as d')
    .innerJoin('conversation as c', 'c.id', 'd.subject_id')
    .where(openingOfCard)
    .where('d.rate_key', '=', rateKeyOf(line))
    .where('d.head', '=', 1)
    .where('d.priority', '=', PRIORITY.mirror)
    .where((eb) => eb.or([eb('d.attempts', '=', 0), eb('d.reason', '=', 'rate-limit')]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('thread as t')
            .select('t.ref')
            .whereRef('t.conversation', '=', 'd.subject_id')
            .where('t.platform', '=', line.platform),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('digest_item as i')
            .select('i.digest')
            .whereRef('i.conversation', '=', 'd.subject_id')
            .where('i.platform', '=', line.platform),
        ),
      ),
    )

/** The group of the oldest: those under its post, of its programme where it is alone there; null where there is none. */
export async function foldableGroup(tx: Tx, line: Line): Promise<Group | null> {
  const row = await candidates(tx, line)
    .select(['c.variant', 'c.programme'])
    .orderBy('d.id')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { variant, programme } = row
  const together = variant === null ? [] : await foldable(tx, line, { variant, programme: null }, 2)
  return together.length > 1 ? { variant, programme: null } : { variant: null, programme }
}

/** Posts under which more than one can be folded. */
const crowds = (tx: Tx, line: Line) =>
  candidates(tx, line)
    .select('c.variant')
    .where('c.variant', 'is not', null)
    .groupBy('c.variant')
    .having((eb) => eb.fn.countAll(), '>', 1)

type Opening = Pick<Delivery, 'id' | 'order_key' | 'subject_id' | 'not_before'>

/** Up to `most` of a group, oldest first; of a programme those who are alone under their post, or under none. */
export const foldable = (tx: Tx, line: Line, { variant, programme }: Group, most: number): Promise<Opening[]> =>
  candidates(tx, line)
    .select(['d.id', 'd.order_key', 'd.subject_id', 'd.not_before'])
    .$if(variant !== null, (query) => query.where('c.variant', '=', variant))
    .$if(variant === null, (query) =>
      query
        .where('c.programme', 'is', programme)
        .where((eb) => eb.or([eb('c.variant', 'is', null), eb('c.variant', 'not in', crowds(tx, line))])),
    )
    .orderBy('d.id')
    .limit(most)
    .execute()

/** What stands in line behind these openings: for their threads, or to open them elsewhere. */
export const waitingIn = (tx: Tx, openings: readonly Opening[]) =>
  tx
    .selectFrom('delivery')
    .select(['order_key', 'verb', 'subject', 'body'])
    .where('order_key', 'in', ['', ...openings.map((it) => it.order_key)])
    .where(unsettled)
    .where('id', 'not in', [0, ...openings.map((it) => it.id)])
    .orderBy('id')
    .execute()

/** Enters a digest of these conversations. */
export async function enterDigest(
  act: { tx: Tx; now: number },
  digest: Line & Group,
  openings: readonly Opening[],
): Promise<Digest> {
  const entered = await act.tx
    .insertInto('digest')
    .values({ ...digest, at: act.now })
    .returningAll()
    .executeTakeFirstOrThrow()
  await act.tx
    .insertInto('digest_item')
    .values(
      openings.map((it) => ({
        platform: digest.platform,
        conversation: it.subject_id,
        digest: entered.id,
        opened: 0,
      })),
    )
    .execute()
  return entered
}

/** Nothing of what was to stand in their threads leaves: the digest says it. */
export const withdraw = (act: { tx: Tx; now: number }, openings: readonly Opening[]) =>
  act.tx
    .updateTable('delivery')
    .set({ state: 'cancelled', reason: 'digest', settled_at: act.now, head: 0 })
    .where(
      'order_key',
      'in',
      openings.map((it) => it.order_key),
    )
    .where(unsettled)
    .execute()
