import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'

/**
 * `item` holds what stands on the networks, the public's and ours alike; `change` what the public did, in the order in
 * which it happened. `thread` is the topmost public item of a branch, `root` the one at the very top, `answers` the
 * nearest of ours upwards, `person` whom a private message is exchanged with, `sight` what we decided that others see. Rows are never removed, so numbers are
 * never given twice. Each commit writes as few pages as it can: that is what its speed hangs on.
 */
const SCHEMA = `
create table if not exists world (id text not null) strict;
create table if not exists item (
  seq integer primary key, network text not null, side text not null, kind text not null,
  author text not null, person text not null, text text not null, attachments text not null,
  parent integer references item, thread integer, root integer, answers integer,
  at integer not null, visible_at integer not null, revision integer not null default 1,
  deleted_at integer, liked_at integer, sight text
) strict;
create index if not exists item_ours on item (network, parent, at) where side = 'ours';
create index if not exists item_quota on item (network, at) where side = 'ours';
create index if not exists item_top on item (network, seq) where parent is null and kind <> 'direct';
create index if not exists item_root on item (root, seq) where root is not null;
create index if not exists item_direct on item (network, person, at) where kind = 'direct';
create table if not exists change (
  network text not null, seq integer not null, item integer not null references item, kind text not null,
  at integer not null, primary key (network, seq)
) strict, without rowid;
`

export interface Database {
  sqlite: SQLite.Database
  /** Made once with the file and part of every id, so that a new file's ids never meet an old one's. */
  world: string
}

/** Opens the sandbox's own file, `:memory:` or a path, and makes what is missing. Every commit is durable. */
export function openDatabase(file: string): Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const sqlite = new SQLite(file)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('secure_delete = ON')
  sqlite.exec(SCHEMA)
  addSight(sqlite)
  const known = sqlite.prepare<[], { id: string }>('select id from world').get()
  if (known) return { sqlite, world: known.id }
  const world = randomBytes(4).toString('hex')
  sqlite.prepare('insert into world (id) values (?)').run(world)
  return { sqlite, world }
}

/** A file of before comments could be hidden has no place for that. */
function addSight(sqlite: SQLite.Database): void {
  const columns = sqlite.prepare<[], { name: string }>('pragma table_info(item)').all()
  if (!columns.some(({ name }) => name === 'sight')) sqlite.exec('alter table item add column sight text')
}
