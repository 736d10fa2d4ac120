import { TZDate } from '@date-fns/tz'
import { startOfDay } from 'date-fns/startOfDay'
import type { Clock } from '../model/clock.ts'
import type { Reading, Snapshot } from '../model/health.ts'
import type { Store } from '../store/database.ts'
import { type StoredHealth, storedHealth } from '../store/health.ts'

interface SourceHealth extends Omit<Reading, 'name' | 'lag' | 'behind'> {
  network: string
  /** How far behind it is, in ms. */
  lag: number
}

export interface HealthParts {
  store: Store
  clock: Clock
  version: string
  zone: string
  /** How reading each source of the networks goes. */
  sources(): Iterable<SourceHealth>
  chats(): Snapshot['chats']
}

/** Looks how the station does; the process counts as on the air from this call on. */
export function healthOf({ store, clock, version, zone, sources, chats }: HealthParts): () => Promise<Snapshot> {
  const since = clock.now()
  return async () => {
    const now = clock.now()
    const today = startOfDay(new TZDate(now, zone)).getTime()
    const stored = await ask(() => store.transaction((tx) => storedHealth(tx, { now, steady: clock.steady(), today })))
    const networks = Array.from(
      sources(),
      ({ network, source, live, lastPoll, pause, lag, saving, error }): Reading => {
        const unread = Math.max(0, now - (lastPoll ?? since))
        return { name: network, source, live, lastPoll, lag: unread, pause, behind: lag, saving, error }
      },
    )
    return { at: now, since, version, networks, chats: chats(), ...stored }
  }
}

async function ask(read: () => Promise<StoredHealth>): Promise<StoredHealth & { database: string | null }> {
  try {
    return { database: null, ...(await read()) }
  } catch (error) {
    return { database: error instanceof Error ? error.message : String(error), ...NOTHING }
  }
}

const NOTHING: StoredHealth = {
  paused: false,
  outbox: { queued: 0, oldest: 0, sending: 0, longest: 0, unknown: 0, person: 0, rejectedToday: 0 },
  airing: { nextDue: null, overdue: 0, late: 0 },
  intake: { open: 0, oldest: 0 },
  pushed: { open: 0, oldest: 0 },
}
