import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { LockFault, lockDatabase } from '../src/lock.ts'

const STARTED = Date.UTC(2027, 0, 11, 8)

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lock-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

/** Another process that tries to take the lock; answers with the first line that it prints. */
async function another(...args: string[]): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', 'tests/support/lock-holder.ts', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string]
  return { child, said }
}

function refusal(file: string): LockFault {
  try {
    lockDatabase(file, STARTED).release()
  } catch (error) {
    if (error instanceof LockFault) return error
    throw error
  }
  throw new Error('the lock was given')
}

test('a second process is told who runs there, since when and what to do', async () => {
  const file = join(folder(), 'schatkamer.db')
  const lock = lockDatabase(file, STARTED)
  const { said } = await another(file)
  expect(said).toBe(
    `A station already runs on ${file} (process ${process.pid}, since 2027-01-11T08:00:00.000Z). ` +
      'Stop that one first, or name another file in DATABASE_URL.',
  )
  lock.release()
  expect((await another(file)).said).toBe('locked')
})

test('a process that was killed leaves no lock behind', async () => {
  const file = join(folder(), 'schatkamer.db')
  const { child, said } = await another(file, 'http://127.0.0.1:3000')
  expect(said).toBe('locked')
  expect(refusal(file)).toMatchObject({
    code: 'held',
    holder: { pid: child.pid, since: '2027-01-11T08:00:00.000Z', address: 'http://127.0.0.1:3000' },
  })
  child.kill('SIGKILL')
  await once(child, 'exit')
  lockDatabase(file, STARTED).release()
})

test('another name for the same file is the same lock', async () => {
  const dir = folder()
  mkdirSync(join(dir, 'data'))
  symlinkSync(join(dir, 'data'), join(dir, 'elsewhere'))
  symlinkSync(join(dir, 'data', 'schatkamer.db'), join(dir, 'shortcut.db'))
  const file = join(dir, 'data', 'schatkamer.db')
  const lock = lockDatabase(join(dir, 'shortcut.db'), STARTED)
  onTestFinished(() => lock.release())
  for (const name of [file, relative('.', file), join(dir, 'elsewhere', '.', 'schatkamer.db')])
    expect((await another(name)).said).toContain(`A station already runs on ${file}`)
  writeFileSync(file, '')
  expect((await another(join(dir, 'shortcut.db'))).said).toContain(`A station already runs on ${file}`)
})

test('within one process it is given once as well', () => {
  const file = join(folder(), 'schatkamer.db')
  const lock = lockDatabase(file, STARTED)
  expect(refusal(file).code).toBe('held')
  lock.release()
  lock.release()
  lockDatabase(file, STARTED).release()
})

test('a place that cannot be locked is named with what to do', () => {
  const dir = folder()
  writeFileSync(join(dir, 'file'), '')
  expect(refusal(join(dir, 'file', 'schatkamer.db'))).toMatchObject({
    code: 'impossible',
    message: expect.stringContaining('Check the rights on the folder'),
  })
})
