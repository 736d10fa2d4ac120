import { ConfigFaults } from '../config.ts'
import { LockFault } from '../lock.ts'
import { StationFaults } from '../station/fault.ts'
import { DatabaseFault } from '../store/database.ts'

/** Ends a tool: what a person can mend is one sentence, anything else is a bug and keeps its stack. */
export async function reportFault(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const known =
      error instanceof ConfigFaults ||
      error instanceof StationFaults ||
      error instanceof DatabaseFault ||
      error instanceof LockFault
    process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : error}\n`)
    process.exitCode = 1
  }
}
