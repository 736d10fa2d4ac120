import { realpathSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { program } from 'commander'
import { z } from 'zod'
import { environment, readConfig } from '../config.ts'
import { type Holder, LockFault, lockDatabase } from '../lock.ts'
import { MINUTE, SECOND } from '../model/clock.ts'
import { checkDatabase, lastRestore, layReady, type Swapped, swapIn, waitingFile } from '../restore.ts'
import { DatabaseFault, databaseFile } from '../store/database.ts'
import { restoreWording } from '../wording/restore.ts'
import { reportFault } from './report-fault.ts'

/** What is in flight gets ten seconds, a large database some more. */
const PATIENCE = MINUTE
const HEALTH = z.object({ since: z.number() })

const wording = restoreWording('en')
const say = (line: string) => process.stdout.write(`${line}\n`)

program
  .name('npm run restore --')
  .description(wording.usage.restore)
  .argument('<file>', wording.usage.restoreFile)
  .option('--yes', wording.usage.sure)
  .action((backup: string, { yes }: { yes?: true }) =>
    reportFault(async () => {
      const file = databaseFile(readConfig(environment()).databaseUrl)
      const from = resolve(backup)
      checkDatabase(from)
      if (isSame(from, file)) throw new DatabaseFault('unreadable', wording.itself(from))
      if (!yes && !(await agreed(wording.question(file, from)))) {
        process.exitCode = 2
        say(wording.unconfirmed())
        return
      }
      const swapped = await putBack(file, from)
      say(wording.restored(file, from))
      if (swapped.replaced) say(wording.kept(swapped.replaced))
      say(wording.aside(swapped))
    }),
  )
await program.parseAsync()

/** Does it here while no station runs, else has the station that runs do it. */
async function putBack(file: string, backup: string): Promise<Swapped> {
  try {
    const lock = lockDatabase(file, Date.now())
    try {
      await layReady(backup, file)
      const swapped = await swapIn(file, Date.now())
      if (!swapped) throw new Error('the copy is gone')
      return swapped
    } finally {
      lock.release()
    }
  } catch (error) {
    if (!(error instanceof LockFault) || error.code !== 'held') throw error
    return askStation(file, backup, error.holder)
  }
}

/** The station stops, swaps and starts by itself; it is done when it says that it has been on the air since. */
async function askStation(file: string, backup: string, holder: Holder | null): Promise<Swapped> {
  if (!holder?.address) throw new DatabaseFault('unreadable', wording.silent('it is not listening yet'))
  say(wording.asking(holder.pid))
  await layReady(backup, file)
  const asked = Date.now()
  try {
    const answer = await fetch(new URL('/admin/restore', holder.address), { method: 'POST' })
    if (!answer.ok) throw new Error(`HTTP ${answer.status} ${(await answer.text()).slice(0, 200)}`)
  } catch (error) {
    // Left there, it would be put in place by a later start, when nobody expects it any more.
    rmSync(waitingFile(file), { force: true })
    throw new DatabaseFault('unreadable', wording.silent(error instanceof Error ? error.message : String(error)), error)
  }
  while (Date.now() - asked < PATIENCE) {
    await sleep(200)
    if (!(await onAirSince(holder.address, asked))) continue
    const swapped = lastRestore(file)
    if (swapped && swapped.at >= asked) return swapped
  }
  throw new DatabaseFault('unreadable', wording.away(PATIENCE / SECOND))
}

async function onAirSince(address: string, asked: number): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/healthz', address))
    return HEALTH.parse(await answer.json()).since >= asked
  } catch {
    return false
  }
}

async function agreed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(question)
  terminal.close()
  return wording.yes.test(answer.trim())
}

function isSame(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b)
  } catch {
    return false
  }
}
