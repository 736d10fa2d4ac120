import { mkdirSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { lockWording } from './wording/lock.ts'

/** Who has a database for himself, as he wrote it down. */
export interface Holder {
  pid: number
  /** ISO 8601, UTC. */
  since: string
  /** Where the station listens, once it does. */
  address: string | null
}

export interface Lock {
  /** Lets other processes know where the station can be reached. */
  announce(address: string): void
  release(): void
}

/** The database is another process's, or cannot be locked at all; the message says what to do. */
export class LockFault extends Error {
  readonly code: 'held' | 'impossible'
  readonly holder: Holder | null
  constructor(code: LockFault['code'], message: string, holder: Holder | null, cause?: unknown) {
    super(message, { cause })
    this.name = 'LockFault'
    this.code = code
    this.holder = holder
  }
}

/** A connection that nobody refers to is closed with the next garbage collection, and its lock with it. */
const HELD = new Set<Database.Database>()

/**
 * Takes a database for this process alone. What locks is the operating system's lock on `FILE.lock`, which ends with
 * the process however it ends: no stale lock, no guessing at process ids. `FILE.holder` only tells who it is.
 * @param since when this process started, UTC ms
 * @throws {LockFault}
 */
export function lockDatabase(file: string, since: number): Lock {
  const path = realPath(file)
  const holding = hold(path)
  const me: Holder = { pid: process.pid, since: new Date(since).toISOString(), address: null }
  introduce(path, me)
  HELD.add(holding)
  return {
    announce: (address) => introduce(path, { ...me, address }),
    release() {
      if (!HELD.delete(holding)) return
      rmSync(`${path}.holder`, { force: true })
      holding.close()
    },
  }
}

function hold(path: string): Database.Database {
  const wording = lockWording('en')
  let sqlite: Database.Database | null = null
  try {
    mkdirSync(dirname(path), { recursive: true })
    sqlite = new Database(`${path}.lock`, { timeout: 0 })
    sqlite.exec('begin exclusive')
    return sqlite
  } catch (error) {
    sqlite?.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      const holder = holderOf(path)
      const who = holder ? wording.holder(holder.pid, holder.since) : ''
      throw new LockFault('held', wording.held(path, who), holder, error)
    }
    const why = error instanceof Error ? error.message : String(error)
    throw new LockFault('impossible', wording.impossible(path, why), null, error)
  }
}

/** Written beside and moved into place, so that nobody reads half of it. */
function introduce(path: string, holder: Holder): void {
  writeFileSync(`${path}.holder.new`, JSON.stringify(holder))
  renameSync(`${path}.holder.new`, `${path}.holder`)
}

const HOLDER = z.object({ pid: z.int(), since: z.string(), address: z.string().nullable() })

function holderOf(path: string): Holder | null {
  try {
    return HOLDER.parse(JSON.parse(readFileSync(`${path}.holder`, 'utf8')))
  } catch {
    return null
  }
}

/** One name for a file however it is written, through links and before it exists: two names must not make two locks. */
function realPath(file: string): string {
  const path = resolve(file)
  try {
    return realpathSync(path)
  } catch {
    return linkedTo(path) ?? (dirname(path) === path ? path : join(realPath(dirname(path)), basename(path)))
  }
}

/** Where a link points whose end is not there yet. */
function linkedTo(path: string): string | null {
  try {
    return realPath(resolve(dirname(path), readlinkSync(path)))
  } catch {
    return null
  }
}
