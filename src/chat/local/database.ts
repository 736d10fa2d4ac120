import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'

/**
 * `message` holds what stands in the channels. A thread's root has no `thread`; it carries its thread's newest message
 * (`last_seq`, `last_at`) and since when it has its tone, so that a list of thousands is read from an index.
 * `event` keeps what members did until the station has answered it, `private` what one person alone was told until
 * that person has put it away. Messages are never removed, so their numbers are never given twice.
 */
const SCHEMA = `
create table if not exists world (id text not null) strict;
create table if not exists premises (one integer primary key check (one = 1), body text not null) strict;
create table if not exists channel (
  id integer primary key, name text not null unique, topic text not null, place integer
) strict;
create table if not exists member (
  id text primary key, name text not null, roles text not null, language text not null, place integer
) strict, without rowid;
create table if not exists message (
  seq integer primary key, channel integer not null references channel, thread integer references message (seq),
  key text, author text, content text not null, at integer not null, edited_at integer, deleted_at integer,
  tone text, since integer, last_seq integer, last_at integer
) strict;
create index if not exists message_thread on message (thread, seq) where thread is not null;
create index if not exists message_key on message (key) where key is not null;
create index if not exists message_draft on message (json_extract(content, '$.about.draft'))
  where json_extract(content, '$.about.draft') is not null;
create index if not exists message_recent on message (channel, last_seq) where thread is null;
create index if not exists message_waiting on message (channel, since)
  where thread is null and tone in ('waiting', 'bad');
create table if not exists event (
  seq integer primary key autoincrement, by text not null, channel integer not null references channel,
  thread integer, message integer, answers integer, body text not null, at integer not null, acked_at integer
) strict;
create index if not exists event_open on event (seq) where acked_at is null;
create table if not exists private (
  seq integer primary key autoincrement, person text not null, event integer not null,
  channel integer not null references channel, thread integer, content text not null, at integer not null
) strict;
create index if not exists private_person on private (person, seq);
create table if not exists mark (
  member text not null, place text not null, seq integer not null, primary key (member, place)
) strict, without rowid;
`

export interface Database {
  sqlite: SQLite.Database
  /** Made once with the file and part of every id, so that a new file's ids never meet an old one's. */
  world: string
}

/** Opens the desk's own file, `:memory:` or a path, and makes what is missing. Every commit is durable. */
export function openDatabase(file: string): Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const sqlite = new SQLite(file)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('secure_delete = ON')
  sqlite.exec(SCHEMA)
  const known = sqlite.prepare<[], { id: string }>('select id from world').get()
  if (known) return { sqlite, world: known.id }
  const world = randomBytes(4).toString('hex')
  sqlite.prepare('insert into world (id) values (?)').run(world)
  return { sqlite, world }
}
