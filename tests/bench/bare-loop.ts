import { rmSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'

const TEXT = 'Welk boek was dat ook weer, met die vuurtoren en dat meisje? '.repeat(3)

/**
 * How many rows a second this disk takes, one row a commit, WAL with synchronous=FULL: the yardstick beside which the
 * other figures stand. It runs for `ms` milliseconds, in the same run and on the same disk.
 */
export function bareLoop(folder: string, ms = 1_000): number {
  const file = join(folder, 'bare.db')
  const sqlite = new SQLite(file)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.exec('create table row (id integer primary key, text text not null) strict')
  const insert = sqlite.prepare('insert into row (text) values (?)')
  const started = performance.now()
  let rows = 0
  while (performance.now() - started < ms) {
    insert.run(TEXT)
    rows++
  }
  const took = performance.now() - started
  sqlite.close()
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
  return (rows * 1_000) / took
}
