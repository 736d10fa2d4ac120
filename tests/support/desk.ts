import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Act, Desk } from '../../src/desk/act.ts'
import { receive } from '../../src/desk/receive.ts'
import type { NetworkName } from '../../src/model/network.ts'
import { Refused } from '../../src/model/refused.ts'
import type { Member } from '../../src/model/station.ts'
import { openStore, type Store } from '../../src/store/database.ts'
import { networks, station } from './cast.ts'
import { ManualClock } from './clock.ts'

/** A desk with a real database in a folder of its own, and a clock that stands still until it is moved. */
export interface TestDesk {
  store: Store
  clock: ManualClock
  /** One act of a member, in a transaction; null is the station itself. */
  act<T>(by: Member | null, work: (act: Act) => Promise<T>): Promise<T>
  /** The refusal that an act ends in; fails where it is not refused. */
  refused(by: Member | null, work: (act: Act) => Promise<unknown>): Promise<Refused>
  reader: {
    /** Somebody of the public writes; answers with the conversation's number. `thread` continues a branch. */
    writes(text: string, options?: Written): Promise<number>
  }
}

export interface Written {
  as?: string
  network?: NetworkName
  /** The branch it belongs to; a new one where none is given. */
  thread?: string
  kind?: 'mention' | 'comment' | 'direct'
  root?: string | null
}

export function openDesk(changed: Partial<Desk> = {}, clock = new ManualClock()): TestDesk {
  const folder = mkdtempSync(join(tmpdir(), 'schatkamer-'))
  const store = openStore(`file:${join(folder, 'station.db')}`)
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const desk: Desk = { station, networks, platforms: ['desk'], ...changed }
  const act = <T>(by: Member | null, work: (act: Act) => Promise<T>) =>
    store.transaction((tx) => work({ ...desk, tx, now: clock.now(), steady: clock.steady(), by }))
  let written = 0
  return {
    store,
    clock,
    act,
    async refused(by, work) {
      const outcome = await act(by, work).catch((error: unknown) => error)
      if (outcome instanceof Refused) return outcome
      throw outcome instanceof Error ? outcome : new Error('it was not refused')
    },
    reader: {
      async writes(text, { as = 'lezer', network = 'x', thread, kind = 'mention', root = null } = {}) {
        const id = `m${++written}`
        const account = networks.get(network)?.account ?? ''
        const change = {
          kind: 'created' as const,
          account,
          id,
          threadKey: thread ?? id,
          root,
          inReplyTo: thread ?? null,
          answers: null,
          what: kind,
          author: { id: `id-of-${as}`, handle: as, name: as },
          text,
          attachments: [],
          url: `https://sandbox.example/${id}`,
          at: clock.now(),
          revision: 0,
        }
        await act(null, (it) => receive(it, { network, account, source: 'test', changes: [change], cursor: id }))
        const row = await store.db
          .selectFrom('message')
          .select('conversation')
          .where('external_id', '=', id)
          .executeTakeFirstOrThrow()
        return row.conversation ?? 0
      },
    },
  }
}
