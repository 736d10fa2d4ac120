import { Hono } from 'hono'
import { type SSEMessage, streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { SECOND } from '../../../model/clock.ts'
import { readBody } from '../body.ts'
import type { Numbered } from '../bus.ts'
import { memberCalled, type Parts } from '../parts.ts'
import type { Private } from '../store/privates.ts'
import { privateView } from './messages.ts'

const ACK = z.strictObject({ as: z.string(), ids: z.array(z.string()).max(1_000) })
/** A comment so often keeps proxies from closing a quiet line. */
const BEAT = 20 * SECOND

/**
 * `GET /` tells a member's page what changes, as server-sent events: `thread` {channel, thread}, `channel` {channel},
 * `private` {id, event, channel, thread, …content}. Private answers come again at every connection until they are
 * acknowledged with `POST /ack`. Who resumes with a Last-Event-ID that is too old gets `channel` with an empty name:
 * look at everything again.
 */
export const eventRoutes = (parts: Parts): Hono => {
  const { store, bus, clock } = parts
  const boot = clock.now().toString(36)
  const placed = (row: Private) => ({
    ...privateView(parts, row),
    event: row.event === 0 ? null : store.events.idOf(row.event),
    channel: store.rooms.channelById(row.channel).name,
    thread: row.thread === null ? null : store.messages.idOf(row.thread),
    at: row.at,
  })
  const told = (change: Numbered): SSEMessage => {
    const { kind, id } = change
    const data =
      kind === 'private'
        ? change.row && placed(change.row)
        : { channel: change.channel, ...(kind === 'thread' && { thread: change.thread }) }
    return { id: `${boot}.${id}`, event: kind, data: JSON.stringify(data ?? {}) }
  }

  return new Hono()
    .get('/', (c) => {
      const member = memberCalled(parts, c.req.query('as') ?? '')
      const [from, seen] = (c.req.header('last-event-id') ?? '').split('.')
      const missed = from === boot ? bus.since(Number(seen)) : from === '' ? [] : null
      return streamSSE(c, async (stream) => {
        const queue: SSEMessage[] = []
        const gone = new AbortController()
        let wake = () => {}
        const tell = (change: Numbered) => {
          if (change.kind === 'private' && change.person !== member.id) return
          queue.push(told(change))
          wake()
        }
        const unwatch = bus.watch(tell)
        stream.onAbort(() => {
          unwatch()
          gone.abort()
          wake()
        })
        const id = `${boot}.${bus.last}`
        if (missed === null) queue.push({ id, event: 'channel', data: '{"channel":""}' })
        for (const change of missed ?? []) if (change.kind !== 'private') tell(change)
        for (const row of store.privates.of(member.id))
          queue.push({ id, event: 'private', data: JSON.stringify(placed(row)) })
        await stream.write(': here\n\n')
        while (!gone.signal.aborted) {
          for (let next = queue.shift(); next; next = queue.shift()) await stream.writeSSE(next)
          const beat = new AbortController()
          const woken = new Promise<boolean>((resolve) => {
            wake = () => resolve(true)
          })
          if (queue.length > 0) wake()
          const news = await Promise.race([woken, clock.wait(BEAT, beat.signal).then(() => false)])
          beat.abort()
          if (!news && !gone.signal.aborted) await stream.write(': still here\n\n')
        }
      })
    })
    .post('/ack', async (c) => {
      const { as, ids } = await readBody(c, ACK)
      const member = memberCalled(parts, as)
      const rows = ids.map((id) => store.privates.seqOf(id))
      const acknowledged = store.commit(() => rows.filter((seq) => store.privates.remove(seq, member.id)).length)
      if (acknowledged > 0) bus.tell({ kind: 'private', person: member.id, row: null })
      return c.json({ acknowledged })
    })
}
