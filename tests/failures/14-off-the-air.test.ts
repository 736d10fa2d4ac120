import { describe, expect, it, vi } from 'vitest'
import { everyMinute } from '../../src/airing/every-minute.ts'
import { HOUR, MINUTE, SECOND } from '../../src/model/clock.ts'
import type { OnAir } from '../support/on-air.ts'
import { onAirBeside } from './beside.ts'
import { fault, HOLD, later, onAir, reply, stored } from './playground.ts'

/** Monday 11 January 2027, ten to seven in Amsterdam. */
const TEN_TO_SEVEN = Date.UTC(2027, 0, 11, 5, 50)
/** The night in which the clocks go forward: two hours before. */
const SUNDAY_MIDNIGHT = Date.UTC(2027, 2, 27, 23)

const once = (id: string, moment: string, grace = 30) =>
  `  - { id: ${id}, once: '${moment}', grace: ${grace}, texts: { x: Bericht ${id} } }`

const texts = async (station: OnAir) => (await station.posts()).map((it) => it.text)
const states = (station: OnAir) =>
  stored<{ is: string }>(station.folder, `select entry || ' ' || state as "is" from post order by due_at, id`).map(
    (row) => row.is,
  )

describe('14. down from ten to seven until nine, with five posts due', () => {
  it('lets out what is within its grace, puts the others before a person together, and nothing bursts', async () => {
    const entries = [
      once('een', '2027-01-11T07:00'),
      once('twee', '2027-01-11T07:30'),
      once('drie', '2027-01-11T08:00'),
      once('vier', '2027-01-11T08:35'),
      once('vijf', '2027-01-11T08:50'),
    ].join('\n')
    const station = await onAir({ entries }, { now: TEN_TO_SEVEN })
    await later(station, 2 * HOUR + 10 * MINUTE)
    await station.postWith('Bericht vijf')
    await station.settled()
    expect(await texts(station)).toEqual(['Bericht vier', 'Bericht vijf'])
    expect(states(station)).toEqual(['een late', 'twee late', 'drie late', 'vier out', 'vijf out'])
    const alarm = await station.threadWith('3 berichten zijn niet op tijd uitgegaan')
    expect(alarm.channel).toBe('ochtendblad')
    expect((await station.threads()).filter((it) => it.messages[0]?.kind === 'alarm')).toHaveLength(1)

    const [line] = alarm.messages
    const air = line?.buttons?.find((it) => it.action === 'air-now')
    const skip = line?.buttons?.filter((it) => it.action === 'skip-post')[1]
    await station.presses('curator-deventer', alarm.id, air!)
    await station.presses('curator-deventer', alarm.id, air!)
    await station.presses('curator-deventer', alarm.id, skip!)
    await station.postWith('Bericht een')
    await station.settled()
    expect(await texts(station)).toEqual(['Bericht vier', 'Bericht vijf', 'Bericht een'])
    expect(states(station).slice(0, 3)).toEqual(['een out', 'twee skipped', 'drie late'])
  })

  it('lets nothing out after closing time, however long its grace is', async () => {
    const entries = once('laat', '2027-01-11T22:50', 120)
    const station = await onAir({ entries }, { now: Date.UTC(2027, 0, 11, 21, 45) })
    await later(station, 30 * MINUTE)
    await station.threadWith('niet op tijd uitgegaan')
    await station.settled()
    expect(await texts(station)).toEqual([])
  })

  it('airs nothing twice, however often it starts', async () => {
    const station = await onAirBeside({ entries: once('een', '2027-01-11T07:00') }, { now: TEN_TO_SEVEN })
    await fault(station, 'sandbox', { kind: 'drop-after-accept' })
    await later(station, 10 * MINUTE)
    await station.restart()
    await station.comes(
      'the post known to be out',
      SECOND,
      async () => stored(station.folder, `select 1 from variant where state = 'sent'`)[0],
    )
    await station.restart()
    await station.settled()
    expect(await texts(station)).toEqual(['Bericht een'])
  })
})

describe('15. the event loop is blocked across a minute', () => {
  it('ticks still, once, where node-cron would have skipped it', async () => {
    vi.useFakeTimers({ now: Date.UTC(2027, 0, 11, 5, 59, 58) })
    let ticks = 0
    const stop = everyMinute(() => ticks++)
    try {
      await vi.advanceTimersByTimeAsync(0)
      // Three seconds in which no timer runs.
      vi.setSystemTime(Date.UTC(2027, 0, 11, 6, 0, 3))
      await vi.advanceTimersByTimeAsync(3_000)
      expect(ticks).toBe(1)
      await vi.advanceTimersByTimeAsync(57_000)
      expect(ticks).toBe(2)
    } finally {
      await stop()
      vi.useRealTimers()
    }
  })
})

describe('16. clocks that go forward, back, or are set', () => {
  const seven = `  - { id: zeven, cron: '0 7 * * *', texts: { x: 'Goedemorgen om zeven' } }`

  it('airs seven o’clock once on the morning of 28 March 2027, at seven on the wall', async () => {
    const station = await onAir({ entries: seven }, { now: SUNDAY_MIDNIGHT })
    await later(station, 6 * HOUR - MINUTE)
    await station.settled()
    expect(await texts(station)).toEqual([])
    await later(station, MINUTE)
    await station.postWith('om zeven')
    await later(station, HOUR)
    await station.settled()
    expect(await texts(station)).toHaveLength(1)
  })

  it.each([HOUR, -HOUR])(
    'airs seven o’clock once although the clock is stepped by %i ms just after it',
    async (step) => {
      const station = await onAir({ entries: seven }, { now: TEN_TO_SEVEN })
      await later(station, 10 * MINUTE)
      await station.postWith('om zeven')
      station.clock.step(step)
      await station.restart()
      await later(station, HOUR)
      await station.settled()
      expect(await texts(station)).toHaveLength(1)
    },
  )

  it.each([HOUR, -HOUR])('keeps a hold at its ten seconds although the clock is stepped by %i ms', async (step) => {
    const station = await onAir()
    await station.writes('lezer1', 'Hoe laat is het?')
    const thread = await station.threadWith('Hoe laat')
    await reply(station, 'curator-deventer', thread, 'Net tien uur geweest.')
    station.clock.step(step)
    station.clock.advance(HOLD - 1)
    await station.settled()
    expect(await texts(station)).toEqual([])
    station.clock.advance(1)
    await station.postWith('tien uur')
  })

  it('lets a hold last no longer than its ten seconds where the clock was set back before a restart', async () => {
    const station = await onAir()
    await station.writes('lezer1', 'Hoe laat is het?')
    const thread = await station.threadWith('Hoe laat')
    await reply(station, 'curator-deventer', thread, 'Net tien uur geweest.')
    await reply(station, 'curator-deventer', thread, 'En inmiddels iets later.')
    await station.stop()
    station.clock.reset(-HOUR)
    await station.start()
    station.clock.advance(HOLD)
    await station.postWith('tien uur')
    await station.postWith('iets later')
  })

  it('takes an hour that the clock was set forward for no proof that a reply is not out', async () => {
    const station = await onAir()
    await station.writes('lezer1', 'Hoe laat is het?')
    const thread = await station.threadWith('Hoe laat')
    await fault(station, 'sandbox', { network: 'x', kind: 'late-visible' })
    await fault(station, 'sandbox', { network: 'x', kind: '500', on: 'reads', times: 2 })
    await reply(station, 'curator-deventer', thread, 'Net tien uur geweest.')
    station.clock.advance(HOLD)
    await station.threadWith('Misschien uitgegaan')
    station.clock.step(HOUR)
    await station.comes('the reply shown as sent', 500, async () =>
      (await station.threads()).find((it) => it.messages.some(({ text }) => text.startsWith('✓'))),
    )
    expect(stored(station.folder, `select attempts from delivery where verb = 'publish'`)).toEqual([{ attempts: 1 }])
  })
})
