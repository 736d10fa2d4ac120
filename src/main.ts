import { readFileSync } from 'node:fs'
import type { Logger } from 'pino'
import { ConfigFaults, environment, readConfig } from './config.ts'
import { LockFault, lockDatabase } from './lock.ts'
import { createLog } from './log.ts'
import { SECOND } from './model/clock.ts'
import { swapIn } from './restore.ts'
import { type Running, startStation } from './start.ts'
import { StationFaults } from './station/fault.ts'
import { DatabaseFault, databaseFile } from './store/database.ts'
import { systemClock } from './system-clock.ts'
import { startWords } from './wording/start.ts'

/** What was asked for cannot be used as it is: mend it and start again. Other failures end with 1. */
const UNUSABLE = 2
const LONGEST_GOODBYE = 10 * SECOND

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
const say = (sentence: string) => process.stderr.write(`${sentence}\n`)

async function main(): Promise<void> {
  const config = readConfig(environment())
  const clock = systemClock()
  const log = createLog({ level: config.logLevel, format: config.logFormat })
  const lock = lockDatabase(databaseFile(config.databaseUrl), clock.now())
  let running: Promise<Running>

  const start = async (): Promise<Running> => {
    const station = await startStation({ config, clock, log, version, onRestore: restore })
    lock.announce(station.address)
    const { onAir, onAirInSlack } = startWords('en')
    process.stdout.write(`${station.inSlack ? onAirInSlack(station.address) : onAir(station.address, station.token)}\n`)
    return station
  }
  /** Off the air, the other database in its place, on the air again: in one process, so that the lock is never let go. */
  const restore = (): void => {
    running = running.then(async (before) => {
      await before.stop()
      await swapIn(databaseFile(config.databaseUrl), clock.now())
      return start()
    })
    running.catch((error) => process.exit(explain(error)))
  }

  await swapIn(databaseFile(config.databaseUrl), clock.now())
  running = start()
  await running
  const goodbye = async (signal: string) => {
    log.info({ signal }, 'leaving the air; finishing what is in flight')
    setTimeout(
      () => leave(log, 'some calls did not end in time; they are looked up at the next start'),
      LONGEST_GOODBYE - SECOND,
    ).unref()
    await (await running).stop()
    lock.release()
    process.exit(0)
  }
  process.once('SIGTERM', goodbye)
  process.once('SIGINT', goodbye)
}

function leave(log: Logger, why: string): never {
  log.warn(why)
  process.exit(0)
}

/** Only what a person can mend is put in a sentence; anything else is a bug and shows where it is. */
function explain(error: unknown): number {
  const words = startWords('en')
  if (
    error instanceof ConfigFaults ||
    error instanceof StationFaults ||
    error instanceof DatabaseFault ||
    error instanceof LockFault
  ) {
    say(error.message)
    return UNUSABLE
  }
  const { code, port, address } = error as NodeJS.ErrnoException & Partial<{ port: number; address: string }>
  if (code === 'EADDRINUSE') say(words.portTaken(port ?? 0))
  else if (code === 'EACCES' && port !== undefined) say(words.portRefused(port))
  else if (code === 'EADDRNOTAVAIL') say(words.hostUnknown(address ?? ''))
  else say(words.bug(error instanceof Error ? (error.stack ?? error.message) : String(error)))
  return 1
}

main().catch((error) => process.exit(explain(error)))
