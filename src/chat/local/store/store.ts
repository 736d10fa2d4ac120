import type { Database } from '../database.ts'
import { type Events, openEvents } from './events.ts'
import { type Lists, openLists } from './lists.ts'
import { type Marks, openMarks } from './marks.ts'
import { type Messages, openMessages } from './messages.ts'
import { openPrivates, type Privates } from './privates.ts'
import { openRooms, type Rooms } from './rooms.ts'
import { openTogether, type Together } from './together.ts'

export interface Store {
  rooms: Rooms
  messages: Messages
  lists: Lists
  events: Events
  privates: Privates
  marks: Marks
  /** Runs what one request writes in one durable commit; a throw rolls all of it back. */
  commit<T>(work: () => T): T
  /** The same for the station's many writes: what arrives at once shares a commit. */
  together: Together
  close(): void
}

export function openStore(database: Database): Store {
  return {
    rooms: openRooms(database),
    messages: openMessages(database),
    lists: openLists(database),
    events: openEvents(database),
    privates: openPrivates(database),
    marks: openMarks(database),
    commit: (work) => database.sqlite.transaction(work).immediate(),
    together: openTogether(database),
    close: () => database.sqlite.close(),
  }
}
