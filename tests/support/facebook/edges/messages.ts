import { z } from 'zod'
import type { Call } from '../call.ts'
import type { Graph } from '../graph.ts'
import { drawFor, fieldsOf } from '../nodes/draw.ts'
import { nextAddress, pageOf } from '../paging.ts'
import { missing, oauth, wrongParam } from '../refusal.ts'
import type { PrivateMessage } from '../types.ts'
import { knownOnly } from './known.ts'
import { listOf } from './list.ts'
import { tellMessage } from './tell-message.ts'

/** An answer may be sent so long after the person's last message. @see https://developers.facebook.com/docs/messenger-platform/policy/policy-overview */
const WINDOW = 24 * 3_600_000
const LONGEST = 2_000

/** @see https://developers.facebook.com/docs/graph-api/reference/page/conversations */
export function readConversations(graph: Graph, call: Call): object {
  graph.allow(call.token, 'pages_messaging')
  const { params, path } = call
  if (params.platform !== undefined && params.platform !== 'messenger' && params.platform !== 'instagram') {
    throw wrongParam('Param platform must be one of {INSTAGRAM, MESSENGER}')
  }
  const all = [...graph.page.conversations.values()]
    .filter(({ person }) => params.platform !== 'instagram' && (!params.user_id || params.user_id === person.id))
    .map((one) => ({ ...one, created: one.updated }))
    .sort((a, b) => b.updated - a.updated)
  const { items, cursors, next } = pageOf(all, params)
  const draw = drawFor(graph, call)
  const fields = fieldsOf(call)
  if (fields?.some(({ name }) => name === 'messages')) graph.journal.looked(items.map(({ person }) => person.id))
  const { access_token: _token, appsecret_proof: _proof, after: _after, ...args } = params
  return {
    data: items.map((one) => draw(one, fields)),
    ...(cursors && {
      paging: { cursors, ...(next ? { next: nextAddress(call, path.join('/'), args, cursors.after) } : {}) },
    }),
  }
}

export function readMessages(graph: Graph, call: Call, id: string): object {
  graph.allow(call.token, 'pages_messaging')
  const conversation = graph.page.conversations.get(id)
  if (!conversation) throw missing(id)
  graph.journal.looked([conversation.person.id])
  return listOf(graph, call, conversation.messages.toReversed())
}

const Recipient = z.object({ id: z.string().optional(), comment_id: z.string().optional() })
const Message = z.object({ text: z.string().optional(), attachment: z.unknown().optional() }).loose()

/** @see https://developers.facebook.com/docs/messenger-platform/reference/send-api */
export function send(graph: Graph, call: Call): object {
  graph.allow(call.token, 'pages_messaging', true)
  const { params } = call
  knownOnly(graph, call, [
    'recipient',
    'message',
    'messaging_type',
    'tag',
    'notification_type',
    'sender_action',
    'persona_id',
  ])
  const recipient = jsonOf(Recipient, 'recipient', params.recipient)
  const { text } = jsonOf(Message, 'message', params.message)
  if (params.messaging_type === undefined) graph.journal.violate('a private message without messaging_type')
  if (text === undefined || text === '') throw wrongParam('Param message must be non-empty')
  if ([...text].length > LONGEST) throw wrongParam('Length of param message[text] must be less than or equal to 2000')
  const conversation = [...graph.page.conversations.values()].find(({ person }) => person.id === recipient.id)
  if (!conversation) throw oauth(100, '(#100) No matching user found', 2018001)
  const heard = conversation.messages.findLast(({ from }) => from.id === conversation.person.id)
  const now = graph.clock.now()
  if (params.messaging_type !== 'MESSAGE_TAG' && (!heard || now - heard.created > WINDOW)) {
    throw oauth(
      10,
      '(#10) This message is sent outside of allowed window. Learn more about the new policy here: https://developers.facebook.com/docs/messenger-platform/policy-overview',
      2018278,
      403,
    )
  }
  const { id, name } = graph.page.self
  const sent: PrivateMessage = {
    kind: 'message',
    id: graph.page.ids.message(),
    conversation: conversation.id,
    from: { id, name },
    to: conversation.person,
    text,
    attachments: [],
    created: now,
  }
  conversation.messages.push(sent)
  conversation.updated = now
  graph.journal.write(text, conversation.person.id, now, sent.id)
  tellMessage(graph, sent)
  return { recipient_id: conversation.person.id, message_id: sent.id }
}

function jsonOf<T>(shape: z.ZodType<T>, name: string, text: string | undefined): T {
  if (text === undefined) throw wrongParam(`The parameter ${name} is required`)
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    throw wrongParam(`Param ${name} must be an object.`)
  }
}
