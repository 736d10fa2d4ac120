import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { MINUTE, SECOND } from '../../src/model/clock.ts'

export interface Program {
  address: string
  stop(): Promise<void>
}

interface Options {
  env?: Record<string, string>
  /** Where its database is, for a program that is started more than once; then it stays. */
  folder?: string
  /** Told before it starts how far its clock is ahead of the machine's, ms. */
  onOffset?(offset: number): void
  /** Each line that it prints. */
  onLog?(line: string): void
}

/**
 * Starts the program with a database of its own, shortly before `moment` (UTC ms, a whole minute). What airs by the
 * minute airs at real ones, so that the moment comes with the first one that leaves time to start.
 */
export async function startProgram(moment: number, options: Options = {}): Promise<Program> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'schatkamer-day-'))
  const first = Math.ceil((Date.now() + 20 * SECOND) / MINUTE) * MINUTE
  options.onOffset?.(moment - first)
  const child = spawn(
    process.execPath,
    ['--import', pathToFileURL(join(import.meta.dirname, 'other-time.mjs')).href, 'dist/main.js'],
    {
      env: {
        PATH: process.env.PATH,
        CLOCK_OFFSET: String(moment - first),
        PORT: '0',
        DATABASE_URL: `file:${join(folder, 'day.db')}`,
        LOG_FORMAT: 'json',
        LOG_LEVEL: 'warn',
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = once(child, 'exit')
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/[^/\s]+/.exec(line)
      if (found) resolve(found[0])
      options.onLog?.(line)
    })
    void ended.then(([code]) => reject(new Error(`the program ended with ${code}`)))
  })
  return {
    address,
    async stop() {
      child.kill('SIGTERM')
      await ended
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}
