import type { Logger } from 'pino'
import type { Chat } from '../chat/chat.ts'
import type { Act, Desk } from '../desk/act.ts'
import type { Clock } from '../model/clock.ts'
import type { Member } from '../model/station.ts'
import type { Roster } from '../roster.ts'
import type { Store, Tx } from '../store/database.ts'

export interface IntakeParts {
  store: Store
  desk: Desk
  clock: Clock
  log: Logger
  /** The platforms by name; one that knows its people is asked who acts. */
  chats: ReadonlyMap<string, Pick<Chat, 'platform' | 'member'>>
  roster: Roster
}

/** What somebody does, with the station as it is at this moment. */
export const actOf = ({ desk, clock }: IntakeParts, tx: Tx, by: Member | null): Act => ({
  ...desk,
  tx,
  now: clock.now(),
  steady: clock.steady(),
  by,
})
