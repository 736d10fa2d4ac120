// Takes the lock on the file that is named, says so, and keeps it until it is killed. It keeps no reference to the lock
// and lets the garbage collector look, as a caller that only wants the lock held may do.
import { lockDatabase } from '../../src/lock.ts'

const [file = '', address] = process.argv.slice(2)
try {
  take()
  setTimeout(() => {
    globalThis.gc?.()
    setTimeout(() => process.stdout.write('locked\n'), 10)
  }, 10)
  setInterval(() => {}, 60_000)
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : error}\n`)
}

function take(): void {
  const lock = lockDatabase(file, Date.UTC(2027, 0, 11, 8))
  if (address) lock.announce(address)
}
