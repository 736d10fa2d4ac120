import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/store/database.ts'
import { restoredAt } from '../../src/store/restored.ts'
import { set, setting } from '../../src/store/settings.ts'
import { freshFolder } from '../support/store.ts'

let file: string
beforeEach(() => {
  file = join(freshFolder(), 'station.db')
})

const start = (script: string, ...args: string[]): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { ...process.env, DATABASE_URL: `file:${file}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

async function run(tool: 'backup' | 'restore', ...args: string[]): Promise<{ code: number; said: string }> {
  const child = start(`src/tools/${tool}.ts`, ...args)
  const [out, err, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')])
  return { code: code as number, said: out + err }
}

async function write(word: string): Promise<void> {
  const store = openStore(`file:${file}`)
  await store.transaction((tx) => set({ tx, now: 1 }, 'word', word, null))
  await store.close()
}

async function read(path = file): Promise<{ word: string | null; restored: boolean }> {
  const store = openStore(`file:${path}`)
  const [word, at] = await store.transaction(async (tx) => [await setting(tx, 'word'), await restoredAt(tx)] as const)
  await store.close()
  return { word, restored: at > 0 }
}

const kept = () => readdirSync(join(file, '..')).find((name) => name.includes('.before-restore-')) ?? ''

test('without a name the backup goes beside the database, and its path and size are printed', async () => {
  await write('monday')
  const { code, said } = await run('backup')
  const [name = ''] = readdirSync(join(file, '..', 'backups'))
  expect(name).toMatch(/^schatkamer-\d{8}T\d{6}Z\.db$/)
  expect(said).toMatch(
    new RegExp(`^Backed up and checked: ${join(file, '..', 'backups', name)} \\(\\d\\.\\d MB\\)\\n$`),
  )
  expect(code).toBe(0)
})

test('while no station runs, the backup is put in place and what stood there is kept', async () => {
  await write('monday')
  const backup = join(file, '..', 'monday.db')
  await run('backup', backup)
  await write('tuesday')
  const { code, said } = await run('restore', backup, '--yes')
  expect(said).toContain(`${backup} now stands in the place of ${file}.`)
  expect(said).toContain('Nothing goes out before it was looked up: 0 replies and posts')
  expect(code).toBe(0)
  expect(await read()).toEqual({ word: 'monday', restored: true })
  expect(await read(join(file, '..', kept()))).toEqual({ word: 'tuesday', restored: false })
})

test('a station that runs puts the backup in place itself and stays on the air', async () => {
  await write('monday')
  const backup = join(file, '..', 'monday.db')
  await run('backup', backup)
  await write('tuesday')
  const station = start('tests/support/restoring-station.ts', file)
  onTestFinished(() => void station.kill('SIGKILL'))
  await once(station.stdout!, 'data')
  const { code, said } = await run('restore', backup, '--yes')
  expect(said).toContain(`The station runs (process ${station.pid})`)
  expect(said).toContain(`What stood there is kept as ${join(file, '..', kept())}`)
  expect(code).toBe(0)
  expect(station.exitCode).toBeNull()
  expect(await read()).toEqual({ word: 'monday', restored: true })
  expect(await read(join(file, '..', kept()))).toEqual({ word: 'tuesday', restored: false })
})

test('a station that cannot be reached is left as it is, and nothing is left for later', async () => {
  await write('monday')
  const backup = join(file, '..', 'monday.db')
  await run('backup', backup)
  const holder = start('tests/support/lock-holder.ts', file, 'http://127.0.0.1:9')
  onTestFinished(() => void holder.kill('SIGKILL'))
  await once(holder.stdout!, 'data')
  const { code, said } = await run('restore', backup, '--yes')
  expect(said).toContain('Nothing was changed; stop the station and try again.')
  expect(code).toBe(1)
  expect(existsSync(`${file}.restore`)).toBe(false)
  expect(await read()).toEqual({ word: 'monday', restored: false })
})

test('without a yes nothing is done, and what is no backup is refused in a sentence', async () => {
  await write('monday')
  const backup = join(file, '..', 'monday.db')
  await run('backup', backup)
  expect(await run('restore', backup)).toEqual({ code: 2, said: 'Nothing was done. With --yes nothing is asked.\n' })
  const letter = join(file, '..', 'letter.txt')
  writeFileSync(letter, 'dear reader '.repeat(500))
  const refused = await run('restore', letter, '--yes')
  expect(refused.code).toBe(1)
  expect(refused.said).toMatch(/letter\.txt is no sound database \(file is not a database\)\. Use another backup\.\n$/)
  expect((await run('restore', file, '--yes')).said).toContain('is the database itself, not a backup')
  expect(await read()).toEqual({ word: 'monday', restored: false })
})
