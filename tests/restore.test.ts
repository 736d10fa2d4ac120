import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, expect, test } from 'vitest'
import { backUp, layReady, swapIn, waitingFile } from '../src/restore.ts'
import { openStore } from '../src/store/database.ts'
import { restoredAt } from '../src/store/restored.ts'
import { set, setting } from '../src/store/settings.ts'
import { freshFolder } from './support/store.ts'

const NOW = Date.UTC(2027, 0, 11, 9)

let folder: string
let file: string
beforeEach(() => {
  folder = freshFolder()
  file = join(folder, 'station.db')
})

/** Opens a station's database, writes one word into it, and closes it. */
async function write(path: string, word: string): Promise<void> {
  const store = openStore(`file:${path}`)
  await store.transaction((tx) => set({ tx, now: NOW }, 'word', word, null))
  await store.close()
}

async function read(path: string): Promise<{ word: string | null; restored: number }> {
  const store = openStore(`file:${path}`)
  try {
    return await store.transaction(async (tx) => ({ word: await setting(tx, 'word'), restored: await restoredAt(tx) }))
  } finally {
    await store.close()
  }
}

test('a backup of a station that writes without pause is whole and of one moment', async () => {
  await write(file, 'before')
  const writer = spawn(process.execPath, ['--import', 'tsx', 'tests/support/busy-writer.ts', file])
  await once(writer.stdout, 'data')
  const backup = join(folder, 'backups', 'monday.db')
  await backUp(file, backup)
  writer.kill('SIGKILL')
  await once(writer, 'exit')
  const copy = new Database(backup, { readonly: true })
  const counted = copy.prepare<[], { pairs: number; odd: number }>(
    'select count(*) / 2 as pairs, count(*) % 2 as odd from history',
  )
  expect(counted.get()).toEqual({ pairs: expect.any(Number), odd: 0 })
  expect(counted.get()?.pairs).toBeGreaterThan(0)
  copy.close()
  expect(readdirSync(join(folder, 'backups'))).toEqual(['monday.db'])
  const killed = join(folder, 'backups', 'killed.db')
  await backUp(file, killed)
  expect((await read(killed)).word).toBe('before')
})

test('a backup overwrites nothing', async () => {
  await write(file, 'now')
  const other = join(folder, 'letter.txt')
  writeFileSync(other, 'dear reader')
  await expect(backUp(file, other)).rejects.toThrow(`${other} exists already and was not overwritten`)
  expect(readFileSync(other, 'utf8')).toBe('dear reader')
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
})

test.each([
  ['is not there', () => {}, 'does not exist'],
  ['is empty', (path: string) => writeFileSync(path, ''), 'is empty'],
  ['is no database', (path: string) => writeFileSync(path, 'x'.repeat(5_000)), 'is no sound database'],
  [
    'is another program’s',
    (path: string) => void new Database(path).exec('create table t (a)').close(),
    'belongs to another program',
  ],
  [
    'is a newer version’s',
    (path: string) => {
      const db = new Database(path)
      db.exec('create table t (a)')
      db.pragma(`application_id = ${0x5343484b}`)
      db.pragma('user_version = 999')
      db.close()
    },
    'newer version',
  ],
])('what %s is refused, and the database stays as it is', async (_what, make, sentence) => {
  await write(file, 'now')
  const backup = join(folder, 'backup.db')
  make(backup)
  await expect(layReady(backup, file)).rejects.toThrow(sentence)
  expect(existsSync(waitingFile(file))).toBe(false)
  expect(await read(file)).toEqual({ word: 'now', restored: 0 })
})

test('a page that was damaged on the way is found out', async () => {
  const store = openStore(`file:${file}`)
  for (let n = 0; n < 200; n++)
    await store.transaction((tx) => set({ tx, now: NOW }, `snippet-${n}`, 'x'.repeat(900), null))
  await store.close()
  const bytes = readFileSync(file)
  bytes.fill(0xff, bytes.length - 40_960, bytes.length - 8_192)
  writeFileSync(file, bytes)
  await expect(backUp(file, join(folder, 'backup.db'))).rejects.toThrow('is no sound database')
})

test('what waits takes the place of the database, marked, and what stood there is kept', async () => {
  const backup = join(folder, 'backup.db')
  await write(file, 'monday')
  await backUp(file, backup)
  await write(file, 'tuesday')
  await layReady(backup, file)
  const swapped = await swapIn(file, NOW)
  expect(swapped?.replaced).toBe(`${file}.before-restore-20270111T090000Z`)
  expect(await read(file)).toEqual({ word: 'monday', restored: NOW })
  expect(await read(swapped?.replaced ?? '')).toEqual({ word: 'tuesday', restored: 0 })
  expect(await read(backup)).toEqual({ word: 'monday', restored: 0 })
  expect(await swapIn(file, NOW)).toBeNull()
})

test('a restore that was killed half way is finished by the next start', async () => {
  const backup = join(folder, 'backup.db')
  await write(file, 'monday')
  await backUp(file, backup)
  await layReady(backup, file)
  renameSync(file, `${file}.gone`)
  writeFileSync(`${file}-wal`, 'left by the one that was there')
  expect(await swapIn(file, NOW)).toMatchObject({ replaced: null })
  expect(await read(file)).toEqual({ word: 'monday', restored: NOW })
})

test('what a killed station had written last is in the copy that is kept', async () => {
  const backup = join(folder, 'backup.db')
  await write(file, 'monday')
  await backUp(file, backup)
  const writer = spawn(process.execPath, ['--import', 'tsx', 'tests/support/busy-writer.ts', file])
  await once(writer.stdout, 'data')
  writer.kill('SIGKILL')
  await once(writer, 'exit')
  await layReady(backup, file)
  const swapped = await swapIn(file, NOW)
  const kept = new Database(swapped?.replaced ?? '')
  expect(kept.prepare('select count(*) as n from history').get()).not.toEqual({ n: 0 })
  kept.close()
})
