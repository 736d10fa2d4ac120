import type { Logger } from 'pino'
import type { Act } from '../desk/act.ts'
import type { Delivery } from '../store/outbox.ts'
import { isDatabaseTrouble } from '../store/trouble.ts'
import { settleSubject } from './settle.ts'

/** Lets what a delivery was about say that a person must look; where that fails too, /station still lists it. */
export async function showFault(act: Act, delivery: Delivery, log: Logger): Promise<void> {
  try {
    await settleSubject(act, delivery, { status: 'person', reason: 'fault' })
  } catch (error) {
    if (isDatabaseTrouble(error)) throw error
    log.error({ err: error, delivery: delivery.id }, 'nothing but the log and /station can tell of this')
  }
}
