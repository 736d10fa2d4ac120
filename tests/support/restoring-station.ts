// The least of a station: holds the lock and the database that is named, and puts another in its place when asked to.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pino from 'pino'
import { lockDatabase } from '../../src/lock.ts'
import { swapIn } from '../../src/restore.ts'
import { openStore } from '../../src/store/database.ts'
import { systemClock } from '../../src/system-clock.ts'
import { createFront } from '../../src/web/front.ts'
import { healthOf } from '../../src/web/health.ts'
import { embedded } from '../../src/web/outsider.ts'

const [file = ''] = process.argv.slice(2)
const clock = systemClock()
const lock = lockDatabase(file, Date.now())
let store = openStore(`file:${file}`)
let look = health()
const nobody = embedded(new Hono())
const app = createFront({
  sandbox: nobody,
  desk: nobody,
  health: () => look(),
  onRestore: async () => {
    await store.close()
    await swapIn(file, Date.now())
    store = openStore(`file:${file}`)
    look = health()
  },
  log: pino({ level: 'silent' }),
})
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
await once(server, 'listening')
lock.announce(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
process.stdout.write('on the air\n')

function health() {
  return healthOf({ store, clock, version: '0', zone: 'Europe/Amsterdam', sources: () => [], chats: () => [] })
}
