import type Database from 'better-sqlite3'
import { station } from './migrations/0001-station.ts'
import { platforms } from './migrations/0002-platforms.ts'
import { networks } from './migrations/0003-networks.ts'
import { care } from './migrations/0004-care.ts'

export interface Migration {
  name: string
  /** Run inside one transaction. */
  sqlite: string
}

/** In order; a migration that has shipped is never changed. */
export const MIGRATIONS: readonly Migration[] = [station, platforms, networks, care]

/** Brings the file to the newest version; `user_version` counts the migrations that have run. */
export function migrate(db: Database.Database): void {
  const from = db.pragma('user_version', { simple: true }) as number
  for (const [index, migration] of MIGRATIONS.entries()) {
    if (index < from) continue
    db.transaction(() => {
      db.exec(migration.sqlite)
      db.pragma(`user_version = ${index + 1}`)
    })()
  }
}
