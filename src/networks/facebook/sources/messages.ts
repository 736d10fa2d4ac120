import { z } from 'zod'
import type { Source } from '../../network.ts'
import type { Context } from '../context.ts'
import { part } from '../graph.ts'
import { readItems, readList } from '../reading.ts'
import { saidPrivately } from '../said.ts'
import { ID, LIST, MESSAGE, MESSAGE_FIELDS, nextOf } from '../shapes.ts'
import { isOurs, privateMessage } from '../written.ts'
import { catchUp, type Listed } from './catch-up.ts'

const CONVERSATION = z.object({
  id: ID,
  updated_time: z.string(),
  message_count: z.number().nullish(),
  messages: LIST.nullish().catch(null),
})

/** Of a conversation Graph tells only the newest twenty: https://developers.facebook.com/docs/graph-api/reference/conversation */
const TOLD = 20
const FIELDS = `id,updated_time,message_count,messages.limit(${TOLD}){${MESSAGE_FIELDS}}`
const A_PAGE = 25
const PAGES = 40

/** What people write to our page in Messenger: the conversations come with the last touched first. */
export const messagesSource = (context: Context, every: number): Source =>
  catchUp(context, 'messages', every, async (since, from, signal) => {
    const listed: Listed = { changes: [] }
    let after: string | null = null
    for (let page = 0; page < PAGES; page++) {
      const asked = { platform: 'messenger', fields: FIELDS, limit: A_PAGE, ...(after !== null && { after }) }
      const list = await readList(context, `${part(context.pageId)}/conversations`, asked, signal)
      const conversations = readItems(context, CONVERSATION, list.data)
      const touched = conversations.filter(({ updated_time }) => Date.parse(updated_time) >= since)
      for (const one of touched) take(context, one, { since, from }, listed)
      after = nextOf(list)
      if (after === null || touched.length < conversations.length) break
    }
    return listed
  })

function take(
  context: Context,
  { messages, message_count }: z.infer<typeof CONVERSATION>,
  { since, from }: { since: number; from: number },
  listed: Listed,
): void {
  const told = readItems(context, MESSAGE, messages?.data ?? [])
  for (const one of told) {
    if (one.created_time < since || !one.from || isOurs(context, one.from)) continue
    listed.changes.push(privateMessage(context, saidPrivately(one), one.from.id))
  }
  const oldest = Math.min(...told.map(({ created_time }) => created_time))
  if (told.length >= TOLD && (message_count ?? 0) > told.length && oldest > from) {
    listed.gap = { from, to: Math.max(oldest, listed.gap?.to ?? 0) }
  }
}
