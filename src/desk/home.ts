import { sql } from 'kysely'
import type { Content } from '../model/chat.ts'
import { NETWORK_LABEL } from '../model/network.ts'
import { homeWords } from '../wording/home.ts'
import { momentText, spanText, timeText } from '../wording/moments.ts'
import type { Act } from './act.ts'
import { question } from './ask.ts'
import { draftContent } from './draft-line.ts'
import { inLanguageOfPerson } from './in-language.ts'
import { inbox } from './inbox.ts'
import { ANSWERING, hasRole } from './members.ts'
import { myNextAiring } from './my-next-airing.ts'
import { onAirNow } from './on-air.ts'
import { linesOfAiring } from './schedule/lines-of-airing.ts'
import { waitingLine } from './waiting-line.ts'

const DRAFTS = 10
const MINE = 20
const LONGEST = 10

/**
 * A person's own page, in that person's language: what waits for a yes, what is claimed, who waits longest, what is on
 * the air, and the airing to come. Whoever has no role is told whom to ask.
 */
export async function homeOf(act: Act): Promise<Content[]> {
  const { by } = act
  const own = inLanguageOfPerson(act)
  if (!by || by.roles.length === 0) return [{ kind: 'private', text: homeWords(own.station.language).stranger }]
  const answers = hasRole(by, ANSWERING)
  return [
    ...(answers ? [...(await undecided(own, by.id)), await mine(own, by.id)] : []),
    ...(answers || hasRole(by, ['researcher']) ? await longest(own, answers) : []),
    onAirNow(own, own.station.language),
    ...(await nextOfMine(own)),
  ]
}

/** What the person wrote that is asked about still, or can be stopped still. */
async function undecided(act: Act, by: string): Promise<Content[]> {
  const { language } = act.station
  const drafts = await act.tx
    .selectFrom('draft')
    .select(['id', 'state'])
    .where('by', '=', by)
    .where(sql<boolean>`state in ('asked', 'held', 'stale', 'person', 'review')`)
    .orderBy('id', 'desc')
    .limit(DRAFTS)
    .execute()
  const open = drafts.filter((it) => it.state !== 'held').length
  const shown = drafts.map(
    async ({ id, state }): Promise<Content> =>
      state === 'asked'
        ? question(act, id, language)
        : { ...(await draftContent(act, id)), kind: 'private', mentions: [] },
  )
  return [{ kind: 'private', text: homeWords(language).undecided(open) }, ...(await Promise.all(shown))]
}

/** What the person has claimed: where somebody waits first. */
async function mine(act: Act, by: string): Promise<Content> {
  const { language, zone } = act.station
  const say = homeWords(language)
  const rows = await act.tx
    .selectFrom('conversation as c')
    .innerJoin('person as p', 'p.id', 'c.person')
    .select(['c.id', 'c.network', 'c.waiting_since', 'c.claimed_until', 'p.handle'])
    .where('c.claimed_by', '=', by)
    .where('c.claimed_until', '>', act.now)
    .where(sql<boolean>`c.state = 'open'`)
    .orderBy(sql`c.waiting_since is null`)
    .orderBy('c.waiting_since')
    .limit(MINE)
    .execute()
  return {
    kind: 'private',
    text: say.mine(rows.length),
    ...(rows.length > 0 && {
      facts: rows.map((it) => ({
        label: `#${it.id}`,
        value: [
          `@${it.handle}`,
          NETWORK_LABEL[it.network],
          it.waiting_since === null ? say.answered : say.waits(spanText(language, act.now - it.waiting_since)),
          say.until(timeText(zone, it.claimed_until ?? act.now)),
        ].join(' · '),
      })),
    }),
  }
}

/** Those who wait longest, each with a way to take it where it is free. */
async function longest(act: Act, mayClaim: boolean): Promise<Content[]> {
  const { language } = act.station
  const say = homeWords(language)
  const { waiting, total } = await inbox(act, 'all')
  const shown = waiting.slice(0, LONGEST)
  if (shown.length === 0) return [{ kind: 'private', text: say.nobodyWaits }]
  return [
    { kind: 'private', text: say.longest(total, shown.length) },
    ...shown.map(
      (it): Content => ({
        kind: 'private',
        text: `#${it.number} · ${waitingLine(act, it, language)}`,
        ...(mayClaim &&
          it.claimedBy === null && {
            buttons: [{ action: 'claim', value: String(it.number), label: say.claim }],
          }),
        about: { conversation: it.number },
      }),
    ),
  ]
}

async function nextOfMine(act: Act): Promise<Content[]> {
  const { language, zone } = act.station
  const say = homeWords(language)
  const airing = myNextAiring(act)
  if (!airing) return []
  const facts = await linesOfAiring(act, airing)
  const at = momentText(language, zone, airing.from)
  const text = say.myNext(airing.programme.name, at)
  return [
    { kind: 'private', text: facts.length > 0 ? text : `${text}. ${say.noPosts}`, ...(facts.length > 0 && { facts }) },
  ]
}
