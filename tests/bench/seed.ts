import SQLite from 'better-sqlite3'
import { planHorizon } from '../../src/desk/schedule/plan.ts'
import { syncEntries } from '../../src/desk/schedule/sync-entries.ts'
import { deskInStore } from './desk-in-store.ts'

/** So many wait for an answer, however much is stored. */
const WAITING = 200
/** So many are open beside them and have been answered. */
const ANSWERED = 2_000
const WEEKS_PAST = 24

/**
 * Fills a database as a station would have after a long time: conversations with the messages, people, threads, history
 * and settled deliveries that belong to them, and the posts of a season. The newest `WAITING` wait.
 */
export async function seed(file: string, messages: number, conversations: number): Promise<void> {
  const { store, desk, act } = deskInStore(file)
  await act(syncEntries)
  while (await act(planHorizon)) {}
  await store.close()
  const sqlite = new SQLite(file)
  // Only while it is filled: the station sets FULL at its own open.
  sqlite.pragma('synchronous = OFF')
  const channels = desk.station.programmes.map((it) => ({ id: it.id, channel: it.channel }))
  sqlite.exec('create temp table programmes (n integer primary key, id text, channel text)')
  const programme = sqlite.prepare('insert into programmes values (?, ?, ?)')
  for (const [index, it] of channels.entries()) programme.run(index, it.id, it.channel)
  const now = Date.now()
  const people = Math.ceil(conversations / 3)
  const bind = { now, people, conversations, messages, programmes: channels.length, account: desk.station.accounts.x }
  for (const statement of STATEMENTS) sqlite.prepare(statement).run(bindings(statement, bind))
  sqlite.exec('analyze')
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  sqlite.close()
}

/** Only what a statement names may be bound. */
const bindings = (statement: string, values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => statement.includes(`:${name}`))
      .map(([name, value]) => [name, typeof value === 'number' ? BigInt(value) : value]),
  )

const numbers = (most: string) => `with recursive n (i) as (select 1 union all select i + 1 from n where i < ${most})`

const STATEMENTS = [
  `${numbers(':people')} insert into person (network, account, external_id, handle, name, first_at)
   select 'x', :account, 'lezer' || i, 'lezer' || i, 'Lezer ' || i, :now - 60000 * i from n`,

  `${numbers(':conversations')} insert into conversation (id, network, account, thread_key, kind, programme, channel,
     routed_by, state, close_reason, opened_at, last_in_at, waiting_since, answered_at, closed_at, person, messages)
   select i, 'x', :account, 'x-seed-' || i, 'public', p.id, p.channel, 'topic',
     iif(i > :conversations - ${WAITING + ANSWERED}, 'open', 'closed'),
     iif(i > :conversations - ${WAITING + ANSWERED}, null, 'answered'),
     :now - 20000 * (:conversations - i + 2), :now - 20000 * (:conversations - i + 1),
     iif(i > :conversations - ${WAITING}, :now - 20000 * (:conversations - i + 1), null),
     iif(i > :conversations - ${WAITING}, null, :now - 20000 * (:conversations - i)),
     iif(i > :conversations - ${WAITING + ANSWERED}, null, :now - 20000 * (:conversations - i)),
     1 + i % :people, 0
   from n join programmes p on p.n = i % :programmes`,

  `${numbers(':messages')} insert into message (network, account, external_id, conversation, ordinal, person, direction,
     kind, text, at, received_at, revision, in_reply_to, url)
   select 'x', :account, 'x-seed-' || i, 1 + (i - 1) % :conversations, 1 + (i - 1) / :conversations,
     iif((i - 1) / :conversations = 1, null, 1 + (1 + (i - 1) % :conversations) % :people),
     iif((i - 1) / :conversations = 1, 'out', 'in'), 'mention',
     'Ik zoek een boek over een vuurtoren, blauwe kaft, ergens in de jaren tachtig gelezen. Nummer ' || i,
     :now - 20000 * (:conversations - (i - 1) % :conversations), :now - 20000 * (:conversations - (i - 1) % :conversations),
     1, iif(i > :conversations, 'x-seed-' || (i - :conversations), null), '/audience/messages/x-seed-' || i
   from n`,

  'update conversation set messages = (select count(*) from message where message.conversation = conversation.id)',

  `insert into thread (conversation, platform, channel, role, ref)
   select id, 'desk', channel, 'main', 'desk-m' || id from conversation`,

  `insert into history (at, by, what, conversation)
   select opened_at, 'curator-delft', 'claimed', id from conversation
   union all select last_in_at, 'curator-delft', 'closed', id from conversation where state = 'closed'`,

  `insert into delivery (key, target, "to", account, verb, order_key, rate_key, priority, subject, subject_id, body, state,
     not_before, attempts, result_id, created_at, settled_at)
   select 'seed-' || id, 'chat', 'desk', '', iif(ordinal = 1, 'open', 'post'), 'chat:desk:c' || conversation, 'chat:desk',
     2, 'message', id, '{}', 'sent', at, 1, 'desk-m' || id, at, at from message`,

  'insert into message_text (rowid, text) select id, text from message',

  `with recursive w (k) as (select 1 union all select k + 1 from w where k < ${WEEKS_PAST})
   insert into post (entry, programme, channel, slot, zone, due_at, state, grace)
   select entry, programme, channel, strftime('%Y-%m-%dT%H:%M', due_at / 1000 - k * 604800, 'unixepoch'), zone,
     due_at - k * 604800000, 'out', grace from post, w
   where due_at >= :now + 86400000 and due_at < :now + 691200000`,
]
