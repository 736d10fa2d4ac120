import pino from 'pino'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Inbound } from '../src/inbound.ts'
import type { Change, Written } from '../src/model/change.ts'
import { LIMITS } from '../src/networks/limits.ts'
import type { Network } from '../src/networks/network.ts'
import { networks, station } from './support/cast.ts'
import { ManualClock } from './support/clock.ts'
import { freshStore } from './support/store.ts'

const said = (id: string, more: Partial<Written> = {}): Change => ({
  kind: 'created',
  account: 'schatkamer',
  id,
  threadKey: id,
  root: null,
  inReplyTo: null,
  answers: null,
  what: 'mention',
  author: { id: 'lezer1', handle: 'lezer1', name: 'Lezer' },
  text: `bericht ${id}`,
  attachments: [],
  url: null,
  at: 1_800_000_000_000,
  revision: 0,
  ...more,
})

/** A network that gives its pages once, then waits. */
function network(pages: Change[][]): Network & { asked: (string | null)[] } {
  const asked: (string | null)[] = []
  return {
    asked,
    name: 'x',
    account: 'schatkamer',
    live: false,
    limits: LIMITS.x,
    publish: async () => ({ status: 'rejected', reason: 'not in this test' }),
    sources: () => [
      {
        name: 'mentions',
        every: 0,
        async fetch(cursor, signal) {
          asked.push(cursor)
          const at = Number(cursor ?? 0)
          const changes = pages[at]
          if (changes) return { changes, cursor: String(at + 1), more: at + 1 < pages.length }
          await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
          throw new Error('aborted')
        },
      },
    ],
  }
}

async function read(pages: Change[][]) {
  const store = freshStore()
  const clock = new ManualClock()
  const source = network(pages)
  const desk = { station, networks, platforms: ['desk'] }
  const inbound = new Inbound({ store, desk, clock, log: pino({ level: 'silent' }), networks: [source] })
  inbound.start()
  onTestFinished(() => inbound.stop())
  while (source.asked.length <= pages.length) await new Promise((resolve) => setImmediate(resolve))
  return { store, source }
}

describe('reading a network', () => {
  it('takes each message in once, however often the pages overlap', async () => {
    const { store } = await read([
      [said('1'), said('2')],
      [said('2'), said('3')],
    ])
    const kept = await store.db.selectFrom('message').select('external_id').orderBy('id').execute()
    expect(kept.map((it) => it.external_id)).toEqual(['1', '2', '3'])
    expect(await store.db.selectFrom('conversation').selectAll().execute()).toHaveLength(3)
  })

  it('goes on behind a message that runs into a fault of ours, keeps that one whole and calls a person once', async () => {
    const { store } = await read([[said('1'), said('2', { at: 1.5 }), said('3')], [said('2', { at: 1.5 })]])
    const kept = await store.db.selectFrom('message').select('external_id').orderBy('id').execute()
    expect(kept.map((it) => it.external_id)).toEqual(['1', '3'])
    const aside = await store.db.selectFrom('set_aside').selectAll().execute()
    expect(aside.map((it) => JSON.parse(it.change).text)).toEqual(['bericht 2'])
    const alarms = await store.db.selectFrom('delivery').select('body').where('subject', '=', 'notice').execute()
    expect(alarms.filter((it) => it.body.includes('set-aside'))).toHaveLength(1)
  })

  it('keeps nothing of a message that it kept aside once its author deletes it', async () => {
    const gone = { kind: 'deleted', account: 'schatkamer', id: '2', at: 0 } as const
    const { store } = await read([[said('2', { at: 1.5 })], [gone]])
    expect(await store.db.selectFrom('set_aside').selectAll().execute()).toEqual([])
  })

  it('does not show a message whose deletion came first', async () => {
    const { store } = await read([[{ kind: 'deleted', account: 'schatkamer', id: '7', at: 0 }], [said('7')]])
    expect(await store.db.selectFrom('message').select(['text', 'state']).execute()).toEqual([
      { text: '', state: 'deleted' },
    ])
    expect(await store.db.selectFrom('conversation').selectAll().execute()).toEqual([])
  })

  it('takes the edit that came before the original for the newer one', async () => {
    const { store } = await read([[said('7', { kind: 'edited', text: 'beter', revision: 1 })], [said('7')]])
    expect(await store.db.selectFrom('message').select('text').execute()).toEqual([{ text: 'beter' }])
  })
})
