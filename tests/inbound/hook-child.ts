import pino from 'pino'
import { Inbound } from '../../src/inbound.ts'
import { listen } from '../../src/start/listen.ts'
import { openStore } from '../../src/store/database.ts'
import { systemClock } from '../../src/system-clock.ts'
import { type HookDoor, hookListener } from '../../src/web/hook-listener.ts'
import { desk, networkWith } from './playground.ts'
import { StrictHook } from './strict-hook.ts'

// A process of its own that is killed when a delivery is stored, before or after it was answered; nothing drains here.
const [file = '', when = ''] = process.argv.slice(2)
const log = pino({ level: 'silent' })
const die = () => process.kill(process.pid, 'SIGKILL')
const store = openStore(`file:${file}`)
const networks = [networkWith([], { hook: new StrictHook() })]
const { hooks } = new Inbound({ store, desk, clock: systemClock(), log, networks })
const door: HookDoor = {
  of: (network) => hooks.of(network),
  refused: () => {},
  async keep(network, body) {
    await hooks.keep(network, body)
    if (when === 'before') die()
  },
}
const take = hookListener(door, { clock: systemClock(), log })
const first: typeof take = (request, response) => {
  response.once('close', () => when === 'after' && die())
  return take(request, response)
}
const address = await listen({ host: '127.0.0.1', port: 0 }, { first, fetch: () => new Response() }, [])
process.send?.(Number(new URL(address).port))
