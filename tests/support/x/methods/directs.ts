import { DAY } from '../../../../src/model/clock.ts'
import { conversationOf } from '../directs.ts'
import { answerOf, pick } from '../fields.ts'
import type { Ask, Done, Method } from '../method.ts'
import { page } from '../paging.ts'
import { forbidden, notFound, Refused } from '../refused.ts'
import type { Direct } from '../types.ts'
import { mediaView, userView } from '../views.ts'
import { attached } from './attached.ts'

/** Messages of the last thirty days: docs.x.com/x-api/direct-messages/lookup. */
const REACH = 30 * DAY

const view = (one: Direct, { wanted }: Ask): Record<string, unknown> =>
  pick(
    {
      id: one.id,
      event_type: 'MessageCreate',
      text: one.text,
      sender_id: one.sender,
      created_at: new Date(one.at).toISOString(),
      dm_conversation_id: one.conversation,
      attachments: one.media.length > 0 ? { media_keys: one.media } : undefined,
    },
    wanted.dm,
  )

function listed(ask: Ask, fits: (one: Direct) => boolean, endpoint: string): Done {
  const { state, caller, at, query, wanted } = ask
  const asked = query.get('event_types')?.split(',') ?? ['MessageCreate']
  const ours = (one: Direct) => one.sender === caller.user || one.recipient === caller.user
  const seen = (one: Direct) => !one.deleted && one.at > at - REACH && ours(one) && fits(one)
  const all = asked.includes('MessageCreate') ? state.directs.all.filter(seen).reverse() : []
  const { items, meta } = page(all, query, { endpoint, most: 100, ends: false })
  const senders = wanted.expansions.has('sender_id') ? new Set(items.map(({ sender }) => sender)) : []
  const keys = wanted.expansions.has('attachments.media_keys') ? items.flatMap(({ media }) => media) : []
  const users = [...senders].map((id) => userView(state.people.must(id), wanted))
  const media = keys.map((key) => mediaView(state.media.byKey(key)!, wanted))
  const body = answerOf({ data: items.map((one) => view(one, ask)), includes: { users, media }, meta })
  return { status: 200, body, read: { kind: 'direct', ids: items.map(({ id }) => id) } }
}

/** GET /2/dm_events: all conversations of the last thirty days, newest first. */
export const directs: Method = { needs: 'direct', does: (ask) => listed(ask, () => true, 'dm_events') }

export const directsWith: Method = {
  needs: 'direct',
  does(ask) {
    const conversation = conversationOf(ask.caller.user ?? '', ask.path.participant_id ?? '')
    return listed(ask, (one) => one.conversation === conversation, `with ${ask.path.participant_id}`)
  },
}

export const directsIn: Method = {
  needs: 'direct',
  does: (ask) => listed(ask, ({ conversation }) => conversation === ask.path.id, `in ${ask.path.id}`),
}

export const directById: Method = {
  needs: 'direct',
  does(ask) {
    const id = ask.path.event_id ?? ''
    const one = ask.state.directs.byId(id)
    const ours = one && !one.deleted && [one.sender, one.recipient].includes(ask.caller.user ?? '')
    if (!ours) return { status: 200, body: answerOf({ errors: [notFound('tweet', 'event_id', id)] }) }
    return { status: 200, body: answerOf({ data: view(one, ask) }), read: { kind: 'direct', ids: [id] } }
  },
}

function send(ask: Ask, recipient: string): Done {
  const { state, caller, body, at } = ask
  const to = state.people.byId(recipient)
  if (!to || to.state === 'suspended' || !to.takesDirects) {
    throw forbidden('You do not have permission to DM one or more participants.')
  }
  const { text = '', attachments = [] } = body as { text?: string; attachments?: { media_id: string }[] }
  const media = attached(
    ask,
    attachments.map(({ media_id: id }) => id),
  )
  const one = state.directs.add({ sender: caller.user ?? '', recipient, text, media }, at)
  const data = { dm_conversation_id: one.conversation, dm_event_id: one.id }
  return { status: 201, body: { data }, wrote: 'direct' }
}

export const sendDirect: Method = { needs: 'direct', does: (ask) => send(ask, ask.path.participant_id ?? '') }

export const sendDirectIn: Method = {
  needs: 'direct',
  does(ask) {
    const others = (ask.path.dm_conversation_id ?? '').split('-').filter((id) => id !== ask.caller.user)
    if (others.length !== 1) throw forbidden('You do not have permission to DM one or more participants.')
    return send(ask, others[0] ?? '')
  },
}

/** DELETE /2/dm_events/{event_id}: what we sent ourselves. */
export const removeDirect: Method = {
  needs: 'direct',
  does({ state, caller, path }) {
    const id = path.event_id ?? ''
    const one = state.directs.byId(id)
    if (!one || one.deleted) throw new Refused(404, { ...notFound('tweet', 'event_id', id), status: 404 })
    if (one.sender !== caller.user) throw forbidden('You are not authorized to delete this Direct Message.')
    one.deleted = true
    return { status: 200, body: { data: { deleted: true } }, wrote: 'delete' }
  },
}
