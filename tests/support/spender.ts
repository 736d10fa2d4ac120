// Puts down as often as it may from the purse of the database that is named, side by side, and says how often it could.
import { purseOf } from '../../src/purse.ts'
import { openStore } from '../../src/store/database.ts'
import { ManualClock } from './clock.ts'

const [file, times, amount, cap] = process.argv.slice(2)
const store = openStore(`file:${file}`)
const purse = purseOf({
  store,
  clock: new ManualClock(),
  network: 'x',
  account: 'schatkamer',
  allowance: { unit: 'usd', zone: 'UTC', day: Number(cap), month: null, reserve: 0 },
})
process.stdin.once('data', async () => {
  const takes = Array.from({ length: Number(times) }, () => purse.take('reading', Number(amount)))
  const taken = (await Promise.all(takes)).filter(Boolean).length
  await store.close()
  process.stdout.write(`${taken}\n`, () => process.exit(0))
})
process.stdout.write('ready\n')
