// Takes the lock on the file that is named, says so, and keeps it until it is killed.
import { lockDatabase } from '../../src/lock.ts'

const [file = '', address] = process.argv.slice(2)
try {
  const lock = lockDatabase(file, Date.UTC(2027, 0, 11, 8))
  if (address) lock.announce(address)
  process.stdout.write('locked\n')
  setInterval(() => {}, 60_000)
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : error}\n`)
}
