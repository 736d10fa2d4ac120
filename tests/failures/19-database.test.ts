import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import pino from 'pino'
import { describe, expect, it, vi } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../src/model/clock.ts'
import { backUp, layReady, swapIn } from '../../src/restore.ts'
import type { Store } from '../../src/store/database.ts'
import { ManualClock } from '../support/clock.ts'
import { MONDAY_MORNING, type OnAir } from '../support/on-air.ts'
import { deskBeside, onAirBeside } from './beside.ts'
import { alarms, attempts, HOLD, later, onAir, reply, stored } from './playground.ts'

/** The store that the station opened last: trouble is made on its own connection. */
const opened: { store: Store | null } = vi.hoisted(() => ({ store: null }))
vi.mock('../../src/store/database.ts', async (original) => {
  const real = await original<typeof import('../../src/store/database.ts')>()
  return {
    ...real,
    openStore: (url: string) => {
      opened.store = real.openStore(url)
      return opened.store
    },
  }
})

const pragma = (text: string) => sql`${sql.raw(`pragma ${text}`)}`.execute(opened.store!.db)

/** Two ways in which the disk takes nothing; each answers with what ends it. */
const TROUBLES: Record<string, (folder: string) => Promise<() => Promise<unknown>>> = {
  'is full': async (folder) => {
    const [page] = stored<{ page_count: number }>(folder, 'pragma page_count')
    await pragma(`max_page_count = ${page?.page_count}`)
    return () => pragma('max_page_count = 1073741823')
  },
  'is held by somebody else': async (folder) => {
    await pragma('busy_timeout = 1')
    const other = new Database(join(folder, 'station.db'))
    other.exec('begin immediate')
    return async () => other.close()
  },
}

describe('19. the database is held by somebody else just after an event was acknowledged', () => {
  it('acts on it once it can, and does not tell the person that it failed', async () => {
    let armed = false
    let end: (() => Promise<unknown>) | undefined
    const clock = new ManualClock(MONDAY_MORNING)
    const deskUrl = await deskBeside(clock, async (request, answer) => {
      const response = await answer()
      if (armed && request.url.endsWith('/desk/station/ack'))
        end ??= await TROUBLES['is held by somebody else']?.(station.folder)
      return response
    })
    const errors: string[] = []
    const log = pino({ level: 'error' }, { write: (line) => errors.push(line) })
    const station = await onAir({}, { clock, deskUrl, log })
    await station.writes('lezer1', 'Wie schreef Titaantjes?')
    const thread = await station.threadWith('Titaantjes')
    await station.settled()
    armed = true
    const typed = reply(station, 'curator-deventer', thread, 'Dat was Nescio.')
    await station.eventually('it waits', async () => (errors.join('').includes('an event waits') ? true : undefined))
    await end?.()
    await station.comes('the reply in public', SECOND, async () => (await station.posts())[0])
    expect(JSON.stringify(await typed)).not.toContain('Dat ging mis')
    expect(await station.posts()).toHaveLength(1)
  })
})

/** More than fits in what is free already. */
const LONG = 'woord '.repeat(60_000)

describe.each(Object.entries(TROUBLES))('19. the database %s', (_what, begin) => {
  async function troubled() {
    const errors: string[] = []
    const log = pino({ level: 'warn' }, { write: (line) => errors.push(line) })
    const station = await onAir({}, { log })
    await station.writes('lezer1', 'Eerste vraag')
    const thread = await station.threadWith('Eerste vraag')
    await station.settled()
    return { station, thread, errors, end: await begin(station.folder) }
  }

  it('takes in nothing by halves: no message, no cursor, and all of it once when there is room', async () => {
    const { station, errors, end } = await troubled()
    const cursor = () => stored(station.folder, `select cursor from source_cursor where network = 'x'`)
    const before = cursor()
    await station.writes('lezer2', `Lange vraag ${LONG}`)
    await station.eventually('told in the log', async () => (errors.join('').includes('SQLITE_') ? true : undefined))
    for (let look = 0; look < 5; look++) station.clock.advance(MINUTE)
    expect(await (await fetch(`${station.address}/healthz`)).text()).toMatch(/database (or disk is full|is locked)/)
    expect(cursor()).toEqual(before)
    expect(stored(station.folder, 'select 1 from message')).toHaveLength(1)
    expect(stored(station.folder, `select 1 from delivery where verb = 'open'`)).toHaveLength(1)
    await end()
    await station.comes('the message', SECOND, async () =>
      (await station.threads()).find((it) => it.author === 'lezer2'),
    )
    await station.settled()
    expect(stored(station.folder, 'select 1 from message')).toHaveLength(2)
    expect(await alarms(station)).toEqual([])
  })

  it('acknowledges nothing that a curator did before it is stored, and then acts on it once', async () => {
    const { station, thread, end } = await troubled()
    const typed = station.says(
      'curator-deventer',
      thread,
      `@schatkamer reply ${thread.conversation} ${LONG.slice(0, 39_000)}`,
    )
    await station.eventually('it waits at the desk', async () => {
      station.clock.advance(SECOND)
      return stored(station.folder, 'select 1 from intake').length === 0 ? true : undefined
    })
    const [told] = await station.comes('told that it comes later', SECOND, async () => {
      const answer = await Promise.race([typed, Promise.resolve(null)])
      return answer?.private
    })
    expect(told?.text).toBeDefined()
    expect(stored(station.folder, 'select 1 from intake')).toHaveLength(0)
    await end()
    await station.comes('handled once there is room', SECOND, async () =>
      stored(station.folder, 'select 1 from intake where handled_at is not null').length === 1 ? true : undefined,
    )
    expect(stored(station.folder, 'select 1 from intake')).toHaveLength(1)
  })

  it('sends nothing twice, though it cannot be written down that it went out', async () => {
    const { station, thread, end } = await troubled()
    await end()
    await reply(station, 'curator-deventer', thread, 'Dat is na te kijken.')
    await station.settled()
    await station.call('POST', '/sandbox/faults', { network: 'x', kind: 'slow' })
    station.clock.advance(HOLD)
    await station.postWith('na te kijken')
    const over = await begin(station.folder)
    for (let look = 0; look < 5; look++) {
      station.clock.advance(SECOND)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await over()
    await station.comes('shown as sent', SECOND, async () =>
      (await station.threads()).find((it) => it.messages.some(({ text }) => text.startsWith('✓'))),
    )
    expect(await station.posts()).toHaveLength(1)
    expect(attempts(station.folder)).toEqual([1])
  })
})

describe('19. the database is put back as it was an hour ago', () => {
  async function restored(work: (station: OnAir) => Promise<void>) {
    const entries = `  - { id: post, once: 2027-01-11T08:30, grace: 240, texts: { x: Bericht van half negen } }`
    const station = await onAirBeside({ entries })
    await station.writes('lezer1', 'Wie schreef Titaantjes?')
    const thread = await station.threadWith('Titaantjes')
    await reply(station, 'curator-deventer', thread, 'Dat was Nescio.')
    await station.settled()
    await later(station, 0)
    const file = join(station.folder, 'station.db')
    const copy = join(station.folder, 'copy.db')
    await backUp(file, copy)
    await work(station)
    await station.stop()
    await layReady(copy, file)
    await swapIn(file, station.clock.now())
    await station.start()
    return { station, thread }
  }

  it('sends nothing of what the copy thinks is still to go, and finds what went out', async () => {
    const { station } = await restored(async (before) => {
      before.clock.advance(HOLD)
      await before.postWith('Nescio')
      await later(before, HOUR)
      await before.postWith('half negen')
      await before.settled()
    })
    await station.comes('the reply shown as sent', 5 * SECOND, async () =>
      (await station.threads()).find((it) => it.messages.some(({ text }) => text.startsWith('✓'))),
    )
    await station.settled()
    expect((await station.posts()).map((it) => it.text)).toEqual(['Dat was Nescio.', 'Bericht van half negen'])
    expect(stored(station.folder, `select state, reason from post`)).toEqual([{ state: 'late', reason: 'restored' }])
  })

  it('sends what did not go out only when the network says so, and goes on with its work', async () => {
    const { station, thread } = await restored(async (before) => {
      await before.settled()
      before.clock.advance(HOLD / 2)
    })
    station.clock.advance(HOLD)
    await station.settled()
    expect(await station.posts()).toEqual([])
    await station.comes('the reply in public', 5 * SECOND, async () => (await station.posts())[0])
    await station.writes('lezer2', 'En wie De uitvreter?')
    const next = await station.threadWith('De uitvreter')
    expect(next.conversation).toBeGreaterThan(thread.conversation ?? 0)
    await reply(station, 'curator-deventer', next, 'Ook Nescio.')
    station.clock.advance(HOLD)
    await station.postWith('Ook Nescio')
  })
})
