import type { Content } from '../model/chat.ts'
import { MINUTE } from '../model/clock.ts'
import { type Airing, airingsOn } from '../model/grid.ts'
import { addDays, dateAt, localAt, timeOf } from '../model/local-time.ts'
import { silenceAt } from '../model/season.ts'
import { enqueue, PRIORITY } from '../store/outbox.ts'
import { set, setting } from '../store/settings.ts'
import { runningOrderWords } from '../wording/running-order.ts'
import type { Act } from './act.ts'
import { memberName } from './members.ts'
import { rateKeyOf } from './queue-chat.ts'
import { linesOfAiring } from './schedule/lines-of-airing.ts'

/** So long before it begins, a programme's channel gets its running order. */
const BEFORE = 5 * MINUTE

/**
 * Puts the running order of each airing that is about to begin in its programme's channel: once, however often the
 * process starts, and not any more once the airing has begun. A silence has none.
 */
export async function sayRunningOrders(act: Act): Promise<void> {
  for (const airing of soon(act)) {
    const key = `running-order:${airing.programme.id}`
    if (Number((await setting(act.tx, key)) ?? 0) >= airing.from) continue
    await set(act, key, String(airing.from), null)
    for (const platform of act.platforms) await queueOrder(act, platform, airing)
  }
}

/** The running order as things stand when it leaves. */
export async function runningOrder(act: Act, { programme: id, from }: AiringKey): Promise<Content> {
  const { station } = act
  const say = runningOrderWords(station.language)
  const airing = airingsOn(station, dateAt(from, station.zone)).find((it) => it.programme.id === id && it.from === from)
  if (!airing) return { kind: 'notice', text: id }
  const clock = (at: number) => timeOf(localAt(at, station.zone))
  const lines = await linesOfAiring(act, airing)
  const { name, hosts } = airing.programme
  const title = say.title(name, clock(airing.from), clock(airing.to))
  return {
    kind: 'notice',
    text: lines.length > 0 ? title : `${title}. ${say.noPosts}`,
    facts: [
      ...(hosts.length > 0
        ? [{ label: say.hosts, value: hosts.map((host) => memberName(station, host)).join(', ') }]
        : []),
      ...lines,
    ],
  }
}

/** Which airing a queued running order is of. */
export interface AiringKey {
  programme: string
  /** UTC ms. */
  from: number
}

function soon({ station, now }: Act): Airing[] {
  const today = dateAt(now, station.zone)
  return [today, addDays(today, 1)]
    .flatMap((date) => airingsOn(station, date))
    .filter(({ from }) => from - BEFORE <= now && now < from)
    .filter(({ from }) => silenceAt(station, localAt(from, station.zone)) === null)
}

const queueOrder = (act: Act, platform: string, { programme, from, to }: Airing) =>
  enqueue(act, {
    target: 'chat',
    to: platform,
    verb: 'open',
    orderKey: `chat:${platform}:order:${programme.id}`,
    rateKey: rateKeyOf(platform, programme.channel),
    priority: PRIORITY.notice,
    subject: 'notice',
    subjectId: 0,
    body: { channel: programme.channel, airing: { programme: programme.id, from } satisfies AiringKey },
    notAfter: to,
  })
