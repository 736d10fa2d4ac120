import { z } from 'zod'
import { MINUTE } from '../../model/clock.ts'
import type { Found } from '../../model/network.ts'
import type { Draft } from '../network.ts'
import type { Context } from './context.ts'
import { type Answer, type Parameters, part } from './graph.ts'
import { refusalOf } from './problem.ts'
import { recipientOf } from './recipient.ts'
import { FROM, ID, LIST, MESSAGE, nextOf } from './shapes.ts'
import { isOurs, onOurPage } from './written.ts'

const TEXT = z.object({
  id: ID,
  from: FROM,
  message: z.string().nullish(),
  created_time: MESSAGE.shape.created_time,
  permalink_url: z.string().nullish(),
})
type Text = z.infer<typeof TEXT>
const FIELDS = 'id,from{id},message,created_time,permalink_url'
const PARENT = z.object({ parent: z.object({ id: ID }).nullish() })
const CONVERSATIONS = z.object({ data: z.array(z.object({ messages: LIST.nullish() })) })

/** Facebook's clock may be behind ours by so much, in ms: what the station knows already is told apart by its id. */
const SKEW = 10 * MINUTE
const PAGES = 10
const TOLD = 20

/** Every text since then under one object; `null` where that could not be read whole. */
type Looked = Text[] | null

/** Looks for a text of ours that may have gone out: in our feed, under what it answers, in the conversation. */
export async function find(context: Context, draft: Draft, since: number): Promise<Found> {
  const from = since - SKEW
  const looked =
    draft.kind === 'direct'
      ? await inConversation(context, draft.inReplyTo, from)
      : draft.inReplyTo === null
        ? await listed(context, `${part(context.pageId)}/feed`, {}, from)
        : await underComment(context, draft.inReplyTo, from)
  if (looked === null) return { status: 'cannot tell' }
  const ours = looked.filter((one) => isOurs(context, one.from) && one.created_time >= from)
  // What the station knows by its id is another text of ours that says the same.
  const known = ours.length > 0 ? await context.placed(ours.map(({ id }) => id)) : new Map()
  const unknown = ours.filter(({ id }) => !known.has(id))
  const [found] = unknown
    .filter(({ message }) => same(message, draft.text))
    .sort((a, b) => a.created_time - b.created_time)
  if (found) return { status: 'found', id: found.id, url: found.permalink_url ?? null }
  // Under a message: somebody may have put it right by hand. What the page posts by hand is no riddle, there is much of it.
  return { status: draft.inReplyTo !== null && unknown.length > 0 ? 'cannot tell' : 'absent' }
}

/** An answer to a reply hangs under the comment at the top of both. */
async function underComment(context: Context, id: string, from: number): Promise<Looked> {
  const order = { filter: 'stream', order: 'reverse_chronological' }
  const under = await listed(context, `${part(id)}/comments`, order, from)
  if (under === null || onOurPage(context, id)) return under
  const answer = await context.graph.get(part(id), { fields: 'parent{id}' })
  if (answer.kind !== 'ok') return isGone(answer) ? under : null
  const parent = PARENT.safeParse(answer.body).data?.parent
  if (!parent) return under
  const beside = await listed(context, `${part(parent.id)}/comments`, order, from)
  return beside && [...under, ...beside]
}

async function listed(context: Context, path: string, order: Parameters, from: number): Promise<Looked> {
  const texts: Text[] = []
  let after: string | null = null
  for (let page = 0; page < PAGES; page++) {
    const answer = await context.graph.get(path, {
      fields: FIELDS,
      since: Math.floor(from / 1_000),
      limit: 100,
      ...order,
      ...(after !== null && { after }),
    })
    // Nothing of ours stands under what is gone.
    if (answer.kind !== 'ok') return isGone(answer) ? texts : null
    const list = LIST.safeParse(answer.body)
    const read = z.array(TEXT).safeParse(list.data?.data)
    if (!list.success || !read.success) return null
    texts.push(...read.data)
    after = nextOf(list.data)
    if (after === null) return texts
  }
  return null
}

/** Graph tells the newest twenty: what came before them cannot be ruled out. */
async function inConversation(context: Context, message: string | null, from: number): Promise<Looked> {
  const recipient = await recipientOf(context, message)
  if ('refused' in recipient) return null
  const answer = await context.graph.get(`${part(context.pageId)}/conversations`, {
    platform: 'messenger',
    user_id: recipient.person,
    fields: `messages.limit(${TOLD}){id,from,message,created_time}`,
  })
  const read = answer.kind === 'ok' ? CONVERSATIONS.safeParse(answer.body) : null
  if (!read?.success) return null
  const texts = z.array(TEXT).safeParse(read.data.data.flatMap(({ messages }) => messages?.data ?? []))
  if (!texts.success) return null
  const whole = texts.data.length < TOLD || texts.data.some(({ created_time }) => created_time < from)
  return whole ? texts.data : null
}

const isGone = (answer: Answer): boolean => answer.kind === 'refused' && refusalOf(answer.problem) === 'gone'

const same = (theirs: string | null | undefined, ours: string): boolean => plain(theirs ?? '') === plain(ours)
/** Facebook takes spaces off the ends and may write line ends in its own way. */
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()
