import SQLite from 'better-sqlite3'
import pino from 'pino'
import { createDesk } from '../../src/chat/local/desk.ts'
import { systemClock } from '../../src/system-clock.ts'

const WAITING = 200
const CHANNELS = Array.from({ length: 12 }, (_, index) => `kanaal-${index + 1}`)
const ME = 'curator-deventer'

/** A desk with so many messages in so many threads, 200 of them waiting. */
export interface FullDesk {
  /** Opens the page of the n-th thread as a member's browser does; answers with its HTML. */
  open(thread: number): Promise<string>
  close(): void
}

export async function fullDesk(file: string, messages: number, threads: number): Promise<FullDesk> {
  const desk = createDesk({ file, clock: systemClock(), log: pino({ level: 'silent' }) })
  const furnished = await desk.app.request('/desk/station/premises', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      channels: CHANNELS.map((name) => ({ name, topic: '' })),
      people: [{ id: ME, name: 'Curator Deventer', initials: 'CD', roles: ['curator'], language: 'nl' }],
      language: 'nl',
      zone: 'Europe/Amsterdam',
      networks: [{ name: 'x', live: false }],
      commands: [],
    }),
  })
  if (!furnished.ok) throw new Error(`the desk does not take the premises: ${await furnished.text()}`)
  const world = fill(file, messages, threads)
  return {
    open: async (thread) => {
      const path = `/desk/in/${CHANNELS[(thread - 1) % CHANNELS.length]}/${world}-m${thread}`
      const response = await desk.app.request(path, { headers: { cookie: `desk_member=${ME}` } })
      const html = await response.text()
      if (response.status !== 200) throw new Error(`${path} was answered ${response.status}: ${html.slice(0, 200)}`)
      return html
    },
    close: () => desk.close(),
  }
}

/** Roots first, then what stands below them, so that the n-th thread has the number n. */
function fill(file: string, messages: number, threads: number): string {
  const sqlite = new SQLite(file)
  sqlite.pragma('synchronous = OFF')
  const quote = `json_object('author', 'lezer' || i, 'text', 'Ik zoek een boek over een vuurtoren. Nummer ' || i,
    'at', :now, 'url', '/audience/messages/x-' || i, 'edited', json('false'), 'deleted', json('false'), 'attachments', json('[]'))`
  const values = { threads, channels: CHANNELS.length, now: Date.now() }
  sqlite
    .prepare(
      `with recursive n (i) as (select 1 union all select i + 1 from n where i < :threads)
       insert into message (seq, channel, thread, key, author, content, at, tone, since, last_seq, last_at)
       select i, (select id from channel where place = (i - 1) % :channels), null, 'open-' || i, null,
         json_object('kind', 'card', 'text', '#' || i || ' · @lezer' || i || ' · X', 'quote', ${quote},
           'state', json_object('label', 'beantwoord', 'tone', iif(i > :threads - ${WAITING}, 'waiting', 'done')),
           'about', json_object('conversation', i, 'network', 'x', 'author', 'lezer' || i, 'message', i || '.1')),
         :now - 20000 * (:threads - i), iif(i > :threads - ${WAITING}, 'waiting', 'done'), :now - 20000 * (:threads - i), i,
         :now - 20000 * (:threads - i) from n`,
    )
    .run(whole(values))
  sqlite
    .prepare(
      `with recursive n (i) as (select :threads + 1 union all select i + 1 from n where i < :messages)
       insert into message (seq, channel, thread, key, author, content, at)
       select i, (select id from channel where place = ((i - 1) % :threads) % :channels), 1 + (i - 1) % :threads, 'post-' || i,
         null, json_object('kind', 'message', 'text', '', 'quote', ${quote}), :now from n`,
    )
    .run(whole({ ...values, messages }))
  sqlite.exec('analyze')
  const world = sqlite.prepare<[], { id: string }>('select id from world').get()?.id ?? ''
  sqlite.close()
  return world
}

/** The driver binds numbers as reals; these are counted with. */
const whole = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, BigInt(value)]))
