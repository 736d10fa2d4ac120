import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { DatabaseFault, identify, openStore } from './store/database.ts'
import { markRestored, type SetAside } from './store/restored.ts'
import { set } from './store/settings.ts'
import { restoreWording } from './wording/restore.ts'

/** Where a restored database waits for its place. */
export const waitingFile = (file: string): string => `${file}.restore`

/**
 * Copies a database into one file, of a station that runs or not, as it was at one moment. The copy is checked and gets
 * its name last, so that a file of that name is whole; nothing is overwritten.
 * @throws {DatabaseFault} where `file` is no whole database of this program, or `to` is there already
 */
export async function backUp(file: string, to: string): Promise<void> {
  const partial = `${to}.partial-${process.pid}`
  try {
    await copyTo(file, partial)
    reserve(to)
    renameSync(partial, to)
  } finally {
    discard(partial)
  }
}

/** Puts a checked copy of a backup beside the database, where the station takes it from. */
export async function layReady(backup: string, file: string): Promise<void> {
  const partial = `${waitingFile(file)}.partial-${process.pid}`
  try {
    await copyTo(backup, partial)
    discard(waitingFile(file))
    renameSync(partial, waitingFile(file))
  } finally {
    discard(partial)
  }
}

async function copyTo(file: string, copy: string): Promise<void> {
  mkdirSync(dirname(copy), { recursive: true })
  const source = open(file)
  try {
    recognise(source, file)
    // In one step: between steps a station that writes would make it begin again, for ever.
    await source.backup(copy, { progress: () => 2 ** 31 - 1 })
    const target = new Database(copy)
    target.pragma('journal_mode = DELETE')
    target.close()
  } catch (error) {
    throw asFault(file, error)
  } finally {
    source.close()
  }
  checkDatabase(copy, file)
  settleOnDisk(copy)
}

/** @throws {DatabaseFault} where a file is no whole database of this program; `called` is its name in the sentence */
export function checkDatabase(file: string, called = file): void {
  const sqlite = open(file)
  try {
    recognise(sqlite, called)
    const found = sqlite.pragma('integrity_check(1)', { simple: true })
    if (found !== 'ok') throw new Error(String(found))
  } catch (error) {
    throw asFault(called, error)
  } finally {
    sqlite.close()
  }
}

function open(file: string): Database.Database {
  if (!existsSync(file)) throw new DatabaseFault('unreadable', restoreWording('en').missing(file))
  try {
    return new Database(file, { readonly: true, fileMustExist: true })
  } catch (error) {
    throw asFault(file, error)
  }
}

function recognise(sqlite: Database.Database, file: string): void {
  const { n } = sqlite.prepare<[], { n: number }>('select count(*) as n from sqlite_master').get() ?? { n: 0 }
  if (n === 0) throw new DatabaseFault('foreign', restoreWording('en').empty(file))
  identify(sqlite, file)
}

function asFault(file: string, error: unknown): DatabaseFault {
  if (error instanceof DatabaseFault) return error
  const why = error instanceof Error ? error.message : String(error)
  return new DatabaseFault('unreadable', restoreWording('en').damaged(file, why), error)
}

/** Takes a name that nobody has. */
function reserve(file: string): void {
  try {
    closeSync(openSync(file, 'wx'))
  } catch (error) {
    throw new DatabaseFault('unreadable', restoreWording('en').exists(file), error)
  }
}

export interface Swapped extends SetAside {
  /** UTC ms. */
  at: number
  /** Where the database that was replaced is kept; null where there was none. */
  replaced: string | null
}

/**
 * Puts the database that waits beside `file` in its place; null when none waits. It is marked as restored before it is
 * moved, and the one that it replaces is kept, so that a kill at any moment leaves the one or the other whole: a restore
 * that was cut short is finished by the next call. Nobody may have `file` open.
 * @param now UTC ms
 */
export async function swapIn(file: string, now: number): Promise<Swapped | null> {
  const waiting = waitingFile(file)
  if (!existsSync(waiting)) return null
  checkDatabase(waiting)
  const store = openStore(`file:${waiting}`)
  const replaced = `${file}.before-restore-${stamp(now)}`
  const swapped = await store
    .transaction(async (tx) => {
      const report = { at: now, ...(await markRestored(tx, now)), replaced: existsSync(file) ? replaced : null }
      await set({ tx, now }, REPORT, JSON.stringify(report), null)
      return report
    })
    .finally(() => store.close())
  for (const part of ['', '-wal', '-shm']) if (existsSync(file + part)) renameSync(file + part, replaced + part)
  renameSync(waiting, file)
  settleOnDisk(dirname(file))
  return swapped
}

/** The restore that a database has behind it, as `swapIn` told it; null where there was none. */
export function lastRestore(file: string): Swapped | null {
  const sqlite = open(file)
  try {
    const row = sqlite.prepare<[string], { value: string }>('select value from setting where key = ?').get(REPORT)
    return row ? (JSON.parse(row.value) as Swapped) : null
  } finally {
    sqlite.close()
  }
}

const REPORT = 'restore-report'

/** A moment in a file's name: 20270111T080000Z. */
export const stamp = (now: number): string => new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')

function settleOnDisk(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function discard(file: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(file + part, { force: true })
}
