import { sql } from 'kysely'
import type { Button, Content } from '../../model/chat.ts'
import { textsOf } from '../../store/entries.ts'
import type { Post } from '../../store/posts.ts'
import { momentText } from '../../wording/moments.ts'
import { reasonText } from '../../wording/reasons.ts'
import { scheduleLabels } from '../../wording/schedule.ts'
import type { Act } from '../act.ts'
import { excerpt } from '../excerpt.ts'
import { announce } from './announce.ts'

/** More than so many are counted, not listed: each needs two buttons. */
const LISTED = 10

/**
 * Puts the late posts of each channel before its people: one alarm a channel, under the number of the oldest of them,
 * however many there are.
 */
export async function alarmLate(act: Act): Promise<void> {
  const channels = await act.tx
    .selectFrom('post')
    .select(['channel', (eb) => eb.fn.min('id').as('first')])
    .where(sql<boolean>`state = 'late' and alarm is null`)
    .groupBy('channel')
    .execute()
  for (const { channel, first } of channels) {
    await act.tx
      .updateTable('post')
      .set({ alarm: first })
      .where('channel', '=', channel)
      .where(sql<boolean>`state = 'late' and alarm is null`)
      .execute()
    await announce(act, { id: first, channel }, 'late')
  }
}

/** The alarm that lists the posts which were late together, and what was decided about each. */
export async function lateContent(act: Act, alarm: number): Promise<Content> {
  const { language } = act.station
  const say = scheduleLabels(language)
  const posts = await act.tx
    .selectFrom('post as p')
    .innerJoin('entry as e', 'e.id', 'p.entry')
    .selectAll('p')
    .select('e.texts as entryTexts')
    .where('p.alarm', '=', alarm)
    .orderBy('p.due_at')
    .orderBy('p.id')
    .execute()
  const open = posts.filter((post) => post.state === 'late')
  const listed = posts.length <= LISTED ? posts : open.slice(0, LISTED)
  const hidden = open.length - listed.filter((post) => post.state === 'late').length
  const buttons = listed.filter((post) => post.state === 'late').flatMap((post) => buttonsFor(act, post))
  return {
    kind: 'alarm',
    text: [say.late(open.length, posts.length), ...(hidden > 0 ? [say.more(hidden)] : [])].join(' '),
    state: open.length > 0 ? { label: say.waits, tone: 'waiting' } : { label: say.decided, tone: 'done' },
    facts: listed.map((post) => ({
      label: `p${post.id} · ${momentText(language, post.zone, post.due_at)}`,
      value: `${fateOf(act, post)} · ${firstLine(post.texts ?? post.entryTexts)}`,
    })),
    ...(buttons.length > 0 ? { buttons } : {}),
    ...(open.length > 0 ? { mentions: hostsOf(act, open) } : {}),
    about: { post: alarm },
  }
}

function fateOf(act: Act, post: Post): string {
  const say = scheduleLabels(act.station.language)
  return post.state === 'late'
    ? (say.lateness[post.reason ?? ''] ?? reasonText(act.station.language)(post.reason))
    : say.post[post.state]
}

const firstLine = (texts: string): string => excerpt(Object.values(textsOf({ texts }))[0] ?? '')

const hostsOf = (act: Act, posts: readonly Post[]): string[] => {
  const programmes = new Set(posts.map((post) => post.programme))
  return [...new Set(act.station.programmes.filter((it) => programmes.has(it.id)).flatMap((it) => it.hosts))]
}

function buttonsFor(act: Act, { id }: Post): Button[] {
  const say = scheduleLabels(act.station.language)
  return [
    { action: 'air-now', value: String(id), label: say.airNow(id), style: 'primary' },
    { action: 'skip-post', value: String(id), label: say.skip(id) },
  ]
}
