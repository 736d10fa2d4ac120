import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../src/store/database.ts'
import { freshFolder } from '../support/store.ts'
import { ear, networkWith, said, until } from './playground.ts'
import { StrictHook, signatureOf } from './strict-hook.ts'

it.each([
  ['before', null],
  ['after', 200],
] as const)(
  'what was pushed is there once when the station is killed just %s it answered, also when it is brought again',
  async (when, answered) => {
    const file = join(freshFolder(), 'station.db')
    const child = fork('tests/inbound/hook-child.ts', [file, when], { execArgv: ['--import', 'tsx'] })
    onTestFinished(() => void child.kill('SIGKILL'))
    const gone = once(child, 'exit')
    const [port] = await once(child, 'message')
    const body = JSON.stringify([said('1')])
    const headers = { 'x-signature': signatureOf(body), connection: 'close' }
    const status = await fetch(`http://127.0.0.1:${port}/x/webhook`, { method: 'POST', headers, body }).then(
      (answer) => answer.status,
      () => null,
    )
    expect(status).toBe(answered)
    expect(await gone).toEqual([null, 'SIGKILL'])

    const store = openStore(`file:${file}`)
    const hook = new StrictHook()
    const { inbound } = ear([networkWith([], { hook })], { store })
    onTestFinished(async () => {
      await inbound.stop()
      await store.close()
    })
    inbound.start()
    await until('it taken in', async () => (await store.db.selectFrom('message').select('id').execute()).length === 1)
    await inbound.hooks.keep('x', body)
    await inbound.hooks.keep('x', JSON.stringify([said('2')]))
    await until('the next', async () => (await store.db.selectFrom('message').select('id').execute()).length === 2)
    expect(hook.bodies.filter((it) => it === body)).toHaveLength(1)
  },
)
