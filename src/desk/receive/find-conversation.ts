import type { Written } from '../../model/change.ts'
import { DAY } from '../../model/clock.ts'
import { programmeOnAir } from '../../model/grid.ts'
import type { NetworkName } from '../../model/network.ts'
import { route } from '../../model/routing.ts'
import type { Conversation, Person } from '../../store/conversations.ts'
import { insertRow } from '../../store/insert-row.ts'
import type { Act } from '../act.ts'
import type { Known } from './look-up.ts'

/** What taking in a message did to its conversation, for the thread that shows it. */
export interface Placed {
  conversation: Conversation
  how: 'new' | 'continued' | 'reopened'
}

/**
 * The conversation that a message belongs to. A closed one is taken up again within the station's days; later a new
 * one with a number of its own links back to it.
 */
export async function findConversation(
  act: Act,
  network: NetworkName,
  change: Written,
  person: Person,
  known: Known,
): Promise<Placed> {
  const current = known.conversations.get(change.threadKey)
  if (current?.state === 'open') return { conversation: current, how: 'continued' }
  if (current && act.now - (current.closed_at ?? act.now) <= act.station.replies.reopenDays * DAY) {
    const conversation = await act.tx
      .updateTable('conversation')
      .set({ state: 'open', close_reason: null, close_note: null, closed_at: null })
      .where('id', '=', current.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    return { conversation, how: 'reopened' }
  }
  if (current) await act.tx.updateTable('conversation').set({ current: 0 }).where('id', '=', current.id).execute()
  return { conversation: await openConversation(act, network, change, person, current?.id ?? null), how: 'new' }
}

async function openConversation(
  act: Act,
  network: NetworkName,
  change: Written,
  person: Person,
  previous: number | null,
): Promise<Conversation> {
  const answered = await whatItAnswers(act, network, change)
  const onAir = programmeOnAir(act.station, act.now)
  const chosen = route({ text: change.text, answered, onAir: onAir?.id ?? null }, act.station.programmes)
  const programme = act.station.programmes.find((it) => it.id === chosen.programme)
  return insertRow(act.tx, 'conversation', {
    network,
    account: change.account,
    thread_key: change.threadKey,
    kind: change.what === 'direct' ? 'direct' : 'public',
    programme: programme?.id ?? null,
    channel: programme?.channel ?? act.station.channels.night,
    routed_by: chosen.by,
    state: 'open',
    opened_at: act.now,
    last_in_at: act.now,
    previous,
    root: change.root,
    variant: answered?.variant ?? null,
    person: person.id,
    current: 1,
    messages: 1,
    waiting_since: act.now,
  })
}

/** Our post that it stands under, or the conversation of our reply that it answers from elsewhere. */
async function whatItAnswers(act: Act, network: NetworkName, change: Written) {
  for (const id of new Set([change.answers, change.root])) {
    if (id === null) continue
    const post = await act.tx
      .selectFrom('variant')
      .innerJoin('post', 'post.id', 'variant.post')
      .select(['variant.id as variant', 'post.programme'])
      .where('variant.network', '=', network)
      .where('variant.account', '=', change.account)
      .where('variant.external_id', '=', id)
      .executeTakeFirst()
    if (post) return { programme: post.programme, by: 'post' as const, variant: post.variant }
    const reply = await act.tx
      .selectFrom('message')
      .innerJoin('conversation', 'conversation.id', 'message.conversation')
      .select('conversation.programme')
      .where('message.network', '=', network)
      .where('message.account', '=', change.account)
      .where('message.external_id', '=', id)
      .executeTakeFirst()
    if (reply) return { programme: reply.programme, by: 'conversation' as const, variant: null }
  }
  return null
}
