import pino from 'pino'
import { onTestFinished } from 'vitest'
import { Deliver } from '../../src/deliver.ts'
import type { Desk } from '../../src/desk/act.ts'
import type { Network } from '../../src/networks/network.ts'
import { station } from './cast.ts'
import type { TestDesk } from './desk.ts'

export interface Worker {
  /** Time goes by, a `step` at a time (a second where none is given), until it has come to this; fails where it never does. */
  until(come: () => boolean | Promise<boolean>, step?: number): Promise<void>
}

/** The worker that delivers, over a desk's store, towards networks that a test plays. */
export async function worker(
  desk: TestDesk,
  facts: Pick<Desk, 'networks' | 'platforms'>,
  networks: readonly Network[],
  boot = 'first start',
): Promise<Worker> {
  const deliver = new Deliver({
    store: desk.store,
    desk: { station, ...facts },
    clock: desk.clock,
    log: pino({ level: 'silent' }),
    boot,
    chats: new Map(),
    networks: new Map(networks.map((it) => [it.name, it])),
  })
  await deliver.start()
  onTestFinished(() => deliver.stop())
  const turns = async (count: number) => {
    for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    async until(come, step = 1_000) {
      for (let passed = 0; passed < 1_500; passed++) {
        await turns(3)
        if (await come()) return turns(20)
        desk.clock.advance(step)
        deliver.bell.ring()
      }
      throw new Error('it never came to that')
    },
  }
}
