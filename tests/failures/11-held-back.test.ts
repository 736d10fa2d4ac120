import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '../../src/model/clock.ts'
import type { OnAir, Thread } from '../support/on-air.ts'
import { onAirBeside } from './beside.ts'
import { alarms, attempts, fault, HOLD, later, onAir, reply, stored } from './playground.ts'

async function asked(station: OnAir, network: string, text: string): Promise<Thread> {
  await station.writes('lezer1', text, { network, kind: network === 'x' ? 'mention' : 'comment' })
  return station.threadWith(text)
}

const threadOf = async (station: OnAir, text: string) =>
  (await station.threads()).find((it) => it.messages.some((message) => message.text.includes(text)))

const variants = (station: OnAir) =>
  stored<{ is: string }>(station.folder, `select network || ' ' || state as "is" from variant`).map((row) => row.is)

const waiting = (station: OnAir) =>
  stored<{ rate_key: string }>(station.folder, 'select rate_key from rate where until > ?', station.clock.steady()).map(
    (row) => row.rate_key,
  )

describe('11. one channel of the chat has had enough', () => {
  it('lets that channel alone wait; all other channels go on', async () => {
    const station = await onAir()
    await fault(station, 'desk', { kind: '429', retryAfter: 60 })
    await station.writes('lezer1', 'Eerste vraag')
    await station.eventually('the channel waits', async () => (waiting(station).length > 0 ? true : undefined))
    expect(waiting(station)).toEqual(['chat:desk:ochtendblad'])
    await station.writes('lezer2', 'Ik ben een boek kwijt #BoekKwijt')
    expect((await station.threadWith('een boek kwijt')).channel).toBe('boek-kwijt')
    expect(await threadOf(station, 'Eerste vraag')).toBeUndefined()
    station.clock.advance(MINUTE)
    expect((await station.threadWith('Eerste vraag')).channel).toBe('ochtendblad')
  })

  it('shows a reply before the readers who wrote earlier, once the channel takes something again', async () => {
    const station = await onAir()
    const thread = await asked(station, 'x', 'Welke zin was dat?')
    await station.settled()
    await fault(station, 'desk', { kind: '429', retryAfter: 60 })
    for (let reader = 0; reader < 60; reader++) await station.writes(`lezer${reader + 10}`, `Druk ${reader}`)
    await station.eventually('sixty mirrors in the outbox', async () =>
      stored(station.folder, `select 1 from delivery where verb = 'open' and state = 'queued'`).length >= 59
        ? true
        : undefined,
    )
    await reply(station, 'curator-deventer', thread, 'De eerste van Nescio.')
    await station.settled()
    station.clock.advance(MINUTE)
    await station.threadWith('Druk 59')
    const left = stored<{ subject: string; verb: string }>(
      station.folder,
      `select subject, verb from delivery where rate_key = 'chat:desk:ochtendblad' and attempted_at = ?
       order by priority, id`,
      station.clock.now(),
    )
    expect(left[0]).toMatchObject({ subject: 'draft', verb: 'post' })
    expect(left.length).toBeGreaterThan(50)
  })

  it('keeps a scheduled post its grace: it goes out when the network takes it again, not after', async () => {
    const entries = `  - { id: eerste, once: 2027-01-11T08:05, grace: 10, texts: { x: Goedemorgen op X, facebook: Goedemorgen op Facebook } }`
    const station = await onAirBeside({ entries })
    await fault(station, 'sandbox', { network: 'x', kind: '429', retryAfter: 300 })
    await fault(station, 'sandbox', { network: 'facebook', kind: '429', retryAfter: 900 })
    await later(station, 5 * MINUTE)
    await station.comes('the post on X', 30 * SECOND, async () => (await station.posts('x'))[0])
    await station.comes('too late for Facebook', MINUTE, async () =>
      variants(station).includes('facebook expired') ? true : undefined,
    )
    expect(variants(station)).toEqual(['x sent', 'facebook expired'])
    expect(await station.posts('facebook')).toEqual([])
  })
})

describe('12. the quota of one network is spent', () => {
  it('pauses that network with one alarm, lets replies go out elsewhere, and goes on by itself', async () => {
    const station = await onAir()
    const onX = await asked(station, 'x', 'Vraag op X')
    const more = await asked(station, 'x', 'Nog een vraag op X')
    const onFacebook = await asked(station, 'facebook', 'Vraag op Facebook')
    await fault(station, 'sandbox', { network: 'x', kind: '429', retryAfter: 900, times: 2 })
    await reply(station, 'curator-deventer', onX, 'Antwoord op X')
    await reply(station, 'curator-deventer', more, 'Nog een antwoord op X')
    await reply(station, 'curator-deventer', onFacebook, 'Antwoord op Facebook')
    station.clock.advance(HOLD)
    await station.postWith('Antwoord op Facebook', 'facebook')
    await station.eventually('the alarm', async () => (await alarms(station))[0])
    await station.settled()
    expect(await alarms(station)).toEqual([expect.stringMatching(/^Er gaat nu niets uit op X: .*met de hand/)])
    expect(await station.posts('x')).toEqual([])
    await station.restart()
    station.clock.advance(10 * MINUTE)
    await station.settled()
    expect(await station.posts('x')).toEqual([])
    await station.comes('both replies on X', MINUTE, async () =>
      (await station.posts('x')).length === 2 ? true : undefined,
    )
    await station.eventually('told that it is over', async () => (await alarms(station))[1])
    await station.settled()
    expect(await alarms(station)).toHaveLength(2)
    expect((await alarms(station))[1]).toContain('Op X gaat alles weer uit')
  })

  it('says nothing of a pause that is over before anybody could look', async () => {
    const station = await onAir()
    const thread = await asked(station, 'x', 'Vraag op X')
    await fault(station, 'sandbox', { network: 'x', kind: '429', retryAfter: 5 })
    await reply(station, 'curator-deventer', thread, 'Antwoord op X')
    station.clock.advance(HOLD)
    await station.comes('the reply', SECOND, async () => (await station.posts('x'))[0])
    await station.settled()
    expect(await alarms(station)).toEqual([])
  })

  it('sends replies before posts when there is room again', async () => {
    const entries = `  - { id: eerste, once: 2027-01-11T08:05, grace: 60, texts: { x: Goedemorgen op X } }`
    const station = await onAirBeside({ entries })
    const thread = await asked(station, 'x', 'Vraag op X')
    await fault(station, 'sandbox', { network: 'x', kind: '429', retryAfter: 900 })
    await later(station, 5 * MINUTE)
    await station.eventually('X waits', async () => (waiting(station).length > 0 ? true : undefined))
    await reply(station, 'curator-deventer', thread, 'Antwoord op X')
    await station.comes('both on X', MINUTE, async () => ((await station.posts('x')).length === 2 ? true : undefined))
    expect((await station.posts('x')).map((it) => it.text)).toEqual(['Antwoord op X', 'Goedemorgen op X'])
  })
})

describe('13. the token is revoked', () => {
  it('raises one alarm that names the repair, keeps the cursor, and takes the backlog in once', async () => {
    const station = await onAir()
    const before = await asked(station, 'x', 'Voor de storing')
    await fault(station, 'sandbox', { network: 'x', kind: 'auth', times: 10_000 })
    const cursor = stored(station.folder, `select cursor from source_cursor where network = 'x'`)
    for (let reader = 0; reader < 5; reader++) await station.writes(`lezer${reader}`, `Tijdens de storing ${reader}`)
    await station.comes('the alarm', 5 * SECOND, async () => (await alarms(station))[0])
    for (let minute = 0; minute < 10; minute++) {
      station.clock.advance(MINUTE)
      await station.settled()
    }
    expect(await alarms(station)).toEqual([expect.stringMatching(/^X laat ons niet meer lezen.*beheerder/)])
    const asked10 = stored(station.folder, `select cursor from source_cursor where network = 'x'`)
    expect(asked10.length).toBe(cursor.length)
    await station.call('DELETE', '/sandbox/faults')
    await station.comes('the backlog', 5 * SECOND, async () =>
      (await threadOf(station, 'Tijdens de storing 4')) && (await alarms(station)).length === 2 ? true : undefined,
    )
    expect((await alarms(station))[1]).toContain('X is weer te lezen')
    const threads = (await station.threads()).filter((it) => it.network === 'x')
    expect(threads).toHaveLength(6)
    expect(threads.some((it) => it.id === before.id)).toBe(true)
  })

  it('raises one alarm for what we send, however much waits, and asks no more than once in five minutes', async () => {
    const station = await onAir()
    const thread = await asked(station, 'x', 'Vraag op X')
    const other = await asked(station, 'x', 'Andere vraag op X')
    await fault(station, 'sandbox', { network: 'x', kind: 'auth', on: 'writes', times: 10_000 })
    await reply(station, 'curator-deventer', thread, 'Antwoord op X')
    await reply(station, 'curator-deventer', other, 'Ander antwoord op X')
    station.clock.advance(HOLD)
    await station.eventually('the alarm', async () => (await alarms(station))[0])
    for (let minute = 0; minute < 14; minute++) {
      station.clock.advance(MINUTE)
      await station.settled()
    }
    expect(await alarms(station)).toEqual([expect.stringMatching(/^Er gaat nu niets uit op X: .*beheerder/)])
    // Both at once, before it was known; then one of them each five minutes.
    expect(attempts(station.folder).reduce((all, it) => all + it)).toBeLessThanOrEqual(4)
    await station.call('DELETE', '/sandbox/faults')
    await station.comes('both replies', MINUTE, async () =>
      (await station.posts('x')).length === 2 ? true : undefined,
    )
    await station.eventually('told that it is over', async () => (await alarms(station))[1])
  })
})
