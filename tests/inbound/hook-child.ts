import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pino from 'pino'
import { Inbound } from '../../src/inbound.ts'
import type { Snapshot } from '../../src/model/health.ts'
import { openStore } from '../../src/store/database.ts'
import { systemClock } from '../../src/system-clock.ts'
import { createFront } from '../../src/web/front.ts'
import { embedded } from '../../src/web/outsider.ts'
import { desk, networkWith } from './playground.ts'
import { StrictHook } from './strict-hook.ts'

// A process of its own that is killed when a delivery is stored, before or after it was answered; nothing drains here.
const [file = '', when = ''] = process.argv.slice(2)
const log = pino({ level: 'silent' })
const die = () => process.kill(process.pid, 'SIGKILL')
const store = openStore(`file:${file}`)
const networks = [networkWith([], { hook: new StrictHook() })]
const { hooks } = new Inbound({ store, desk, clock: systemClock(), log, networks })
const { fetch } = createFront({
  sandbox: embedded(new Hono()),
  desk: null,
  hooks: {
    of: (network) => hooks.of(network),
    refused: () => {},
    async keep(network, body) {
      await hooks.keep(network, body)
      if (when === 'before') die()
    },
  },
  health: async () => ({}) as Snapshot,
  onRestore: () => {},
  log,
})
serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.(port)).on('request', (_, answer) =>
  answer.once('close', () => when === 'after' && die()),
)
