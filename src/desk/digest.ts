import { sql } from 'kysely'
import type { Content } from '../model/chat.ts'
import { type Digest, type DigestLine, digestById, linesOf } from '../store/digests.ts'
import { digestWords } from '../wording/digest.ts'
import { spanText, timeText } from '../wording/moments.ts'
import type { Act } from './act.ts'
import { excerpt } from './excerpt.ts'
import { rateKeyOf } from './queue-chat.ts'

/** So many letters of each, so that fifty of them fit in one message of a platform. */
const SAID = 60
const HANDLE = 24
const POST_WORDS = 60

/** New conversations that came faster than their channel takes threads, a line each, with a way into each of them. */
export async function digestContent(act: Act, id: number): Promise<Content> {
  const say = digestWords(act.station.language)
  const digest = await digestById(act.tx, id)
  const lines = await linesOf(act.tx, id)
  const closed = lines.filter((it) => !it.opened)
  const behind = await howFarBehind(act, digest)
  return {
    kind: 'digest',
    text: [await title(act, digest, lines.length), ...(behind ? [behind] : [])].join('. '),
    facts: lines.map((line) => ({ label: labelOf(line), value: saidIn(act, line) })),
    ...(closed.length > 0 && {
      pick: {
        action: 'open',
        label: say.pick,
        options: closed.map((line) => ({ value: String(line.number), label: labelOf(line) })),
      },
    }),
    about: { conversations: lines.map((it) => it.number) },
  }
}

async function title(act: Act, { variant, programme }: Digest, count: number): Promise<string> {
  const say = digestWords(act.station.language)
  if (variant !== null) {
    const { text } = await act.tx
      .selectFrom('variant')
      .select('text')
      .where('id', '=', variant)
      .executeTakeFirstOrThrow()
    return say.underPost(count, cut(excerpt(text), POST_WORDS))
  }
  if (programme === null) return say.atNight(count)
  return say.atProgramme(count, act.station.programmes.find((it) => it.id === programme)?.name ?? programme)
}

const labelOf = ({ number, handle }: DigestLine): string => `#${number} @${cut(handle, HANDLE)}`

function saidIn(act: Act, line: DigestLine): string {
  const say = digestWords(act.station.language)
  const words = line.deleted ? say.deleted : cut(excerpt(line.text), SAID) || say.wordless
  const marks = [
    ...(line.opened ? [say.opened] : []),
    ...(line.state === 'closed' ? [say.closed] : line.waiting || line.deleted ? [] : [say.answered]),
  ]
  return [line.messages > 1 ? `${words} (${line.messages})` : words, ...marks].join(' · ')
}

/** What waits for a thread in this channel at this moment; null where nothing does. */
async function howFarBehind(act: Act, { platform, channel }: Digest): Promise<string | null> {
  const row = await act.tx
    .selectFrom('delivery')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('created_at').as('since')])
    .where(sql<boolean>`state = 'queued' and verb = 'open' and subject = 'card'`)
    .where('rate_key', '=', rateKeyOf(platform, channel))
    .executeTakeFirst()
  if (!row || row.since === null || row.count === 0) return null
  const { language, zone } = act.station
  return digestWords(language).behind(timeText(zone, act.now), row.count, spanText(language, act.now - row.since))
}

const cut = (text: string, most: number): string => {
  const letters = [...text]
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
