import type { Logger } from 'pino'
import type { Act, Desk } from '../desk/act.ts'
import type { Clock } from '../model/clock.ts'
import type { Store, Tx } from '../store/database.ts'

/** What whoever takes something in from a network needs. */
export interface TakingParts {
  store: Store
  desk: Desk
  clock: Clock
  log: Logger
}

/** An act of the station's own, now. */
export const actOf = ({ desk, clock }: TakingParts, tx: Tx): Act => ({
  ...desk,
  tx,
  now: clock.now(),
  steady: clock.steady(),
  by: null,
})
