import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement, type Transaction } from 'kysely'
import { MIGRATIONS, migrate } from './migrate.ts'
import type { Tables } from './tables.ts'

/** The one handle a transaction's queries may use. */
export type Tx = Transaction<Tables>

export interface Store {
  readonly db: Kysely<Tables>
  readonly file: string
  /** Runs `work` in one transaction; a throw rolls all of it back. Nothing but the database may be awaited inside. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Called after each transaction that was committed through `transaction`: there may be something to deliver. */
  onCommit(listener: () => void): void
  close(): Promise<void>
}

/** A database that cannot be used, with the sentence for the person who starts the station. */
export class DatabaseFault extends Error {
  readonly code: 'address' | 'unreadable' | 'foreign' | 'newer'
  constructor(code: DatabaseFault['code'], message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'DatabaseFault'
    this.code = code
  }
}

/** Statements kept prepared; those whose text varies with the number of values are few. */
const MOST_STATEMENTS = 500

/** 'SCHK' in the file's header: how we know our own file from another program's. */
const APPLICATION_ID = 0x5343484b

/** The path in a `file:` address, from the working directory. */
export function databaseFile(url: string): string {
  if (!url.startsWith('file:') || url.length <= 5)
    throw new DatabaseFault(
      'address',
      `DATABASE_URL is "${url}"; allowed is file:PATH, for example file:data/schatkamer.db`,
    )
  return resolve(url.slice(5))
}

/** Opens, checks and migrates the station's SQLite file. */
export function openStore(url: string): Store {
  const file = databaseFile(url)
  const sqlite = openFile(file)
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: remembering(sqlite) }) })
  const listeners: (() => void)[] = []
  return {
    db,
    file,
    transaction: async (work) => {
      const result = await db.transaction().execute(work)
      for (const listener of listeners) listener()
      return result
    },
    onCommit: (listener) => {
      listeners.push(listener)
    },
    close: () => db.destroy(),
  }
}

/** Kysely prepares each query anew; the same words need to be parsed by SQLite only once. */
function remembering(sqlite: Database.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  return {
    close: () => sqlite.close(),
    prepare: (text) => {
      const known = statements.get(text)
      if (known) return known
      const statement = sqlite.prepare(text) as unknown as SqliteStatement
      if (statements.size >= MOST_STATEMENTS) statements.delete(statements.keys().next().value ?? '')
      statements.set(text, statement)
      return statement
    },
  }
}

function openFile(file: string): Database.Database {
  try {
    mkdirSync(dirname(file), { recursive: true })
    if (existsSync(file) && statSync(file).isDirectory()) throw new Error('it is a folder')
    const sqlite = new Database(file)
    try {
      identify(sqlite, file)
      // better-sqlite3 opens an existing WAL file with synchronous NORMAL; an acked event must survive a power cut.
      sqlite.pragma('journal_mode = WAL')
      sqlite.pragma('synchronous = FULL')
      sqlite.pragma('foreign_keys = ON')
      sqlite.pragma('busy_timeout = 5000')
      sqlite.pragma('secure_delete = ON')
      sqlite.pragma('cache_size = -65536')
      migrate(sqlite)
      return sqlite
    } catch (error) {
      sqlite.close()
      throw error
    }
  } catch (error) {
    if (error instanceof DatabaseFault) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new DatabaseFault(
      'unreadable',
      `The database ${file} cannot be opened: ${why}. Check its rights, or name another file in DATABASE_URL.`,
      error,
    )
  }
}

/** Throws {DatabaseFault} where a file is another program's, or a newer version's of this one. */
export function identify(sqlite: Database.Database, file: string): void {
  const id = sqlite.pragma('application_id', { simple: true }) as number
  const version = sqlite.pragma('user_version', { simple: true }) as number
  const tables = sqlite.prepare<[], { n: number }>('select count(*) as n from sqlite_master').get()?.n ?? 0
  if (tables > 0 && id !== APPLICATION_ID)
    throw new DatabaseFault(
      'foreign',
      `${file} belongs to another program; it was left as it is. Name another file in DATABASE_URL.`,
    )
  if (version > MIGRATIONS.length)
    throw new DatabaseFault(
      'newer',
      `${file} was written by a newer version of this program (schema ${version}, this one knows ${MIGRATIONS.length}). Install the newer version, or restore a backup made with this one.`,
    )
  if (tables === 0) sqlite.pragma(`application_id = ${APPLICATION_ID}`)
}
