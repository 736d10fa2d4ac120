import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { orderOf } from '../../src/desk/order-of.ts'
import { render } from '../../src/desk/render.ts'
import { sayRunningOrders } from '../../src/desk/running-order.ts'
import type { Station } from '../../src/model/station.ts'
import { Sweep } from '../../src/sweep.ts'
import { networks, station } from '../support/cast.ts'
import { ManualClock } from '../support/clock.ts'
import { openDesk, type TestDesk } from '../support/desk.ts'

const at = (moment: string, changed: Partial<Station> = {}) =>
  openDesk({ station: { ...station, ...changed } }, new ManualClock(moment))
const sweep = (desk: TestDesk) => desk.act(null, sayRunningOrders)

/** The orders that wait, as they would be shown now. */
async function orders(desk: TestDesk) {
  const rows = await desk.store.db
    .selectFrom('delivery')
    .selectAll()
    .where('subject', '=', 'notice')
    .orderBy('id')
    .execute()
  const shown = []
  for (const row of rows) shown.push(await desk.act(null, (act) => render(act, row)))
  return shown.filter((it) => it !== null).map(({ channel, content }) => ({ channel, ...content }))
}

async function plans(
  desk: TestDesk,
  time: string,
  texts: Record<string, string>,
  state: 'planned' | 'cancelled' = 'planned',
) {
  const id = `e-${time}-${state}`
  const zone = 'Europe/Amsterdam'
  const entry = {
    id,
    programme: 'ochtendblad',
    source: 'yaml',
    cron: null,
    once: '2027-01-11T07:15',
    until: null,
  } as const
  await desk.store.db
    .insertInto('entry')
    .values({
      ...entry,
      texts: JSON.stringify(texts),
      media: '[]',
      grace: 15,
      state: 'active',
      changed: 0,
      by: null,
      planned_to: null,
      since: 0,
    })
    .execute()
  await desk.store.db
    .insertInto('post')
    .values({
      entry: id,
      programme: 'ochtendblad',
      channel: 'ochtendblad',
      slot: `2027-01-11T${time}`,
      zone,
      due_at: Date.parse(`2027-01-11T${time}+01:00`),
      state,
      moved: 0,
      texts: null,
      media: '[]',
      grace: 15,
      reason: null,
      alarm: null,
      overdue: 0,
    })
    .execute()
}

describe('the running order of a programme', () => {
  it('comes five minutes before the airing, the first of the day at 06:55, and not earlier', async () => {
    const desk = at('2027-01-12T06:54:59+01:00')
    await sweep(desk)
    expect(await orders(desk)).toEqual([])
    desk.clock.advance(1_000)
    await sweep(desk)
    expect(await orders(desk)).toMatchObject([
      {
        channel: 'ochtendblad',
        kind: 'notice',
        text: 'Zo meteen: Ochtendblad, 07:00–11:00. Er staat geen bericht klaar.',
        facts: [{ label: 'Presentatie', value: 'Curator Deventer' }],
      },
    ])
  })

  it('lists the posts that are due in it, with their networks and their first words, as they are when it leaves', async () => {
    const desk = at('2027-01-11T06:55+01:00')
    await sweep(desk)
    await plans(desk, '07:15', { x: 'Goedemorgen lezers', facebook: 'Goedemorgen allemaal' })
    await plans(desk, '10:40', { youtube: 'Nog een tip' })
    await plans(desk, '08:00', { x: 'Geschrapt' }, 'cancelled')
    await plans(desk, '11:10', { x: 'Van het volgende programma' })
    const [order] = await orders(desk)
    expect(order?.text).toBe('Zo meteen: Ochtendblad, 07:00–11:00')
    expect(order?.facts?.slice(1)).toEqual([
      { label: '07:15', value: 'Goedemorgen lezers · X, Facebook' },
      { label: '10:40', value: 'Nog een tip · YouTube' },
    ])
  })

  it('comes once, however often the process starts, and again at the next airing', async () => {
    const desk = at('2027-01-12T06:56+01:00')
    await sweep(desk)
    desk.clock.advance(60_000)
    await sweep(desk)
    expect(await orders(desk)).toHaveLength(1)
    desk.clock.advance(24 * 3_600_000)
    await sweep(desk)
    expect(await orders(desk)).toHaveLength(2)
  })

  it('does not come any more once the airing has begun', async () => {
    const desk = at('2027-01-12T07:00+01:00')
    await sweep(desk)
    expect(await orders(desk)).toEqual([])
  })

  it('does not come off season, nor where the station is silent', async () => {
    const before = at('2027-01-10T06:56+01:00')
    await sweep(before)
    expect(await orders(before)).toEqual([])
    const silence = { from: '2027-01-12T00:00', to: '2027-01-13T00:00', reason: 'feestdag' }
    const silent = at('2027-01-12T06:56+01:00', { silences: [silence] })
    await sweep(silent)
    expect(await orders(silent)).toEqual([])
  })

  it('comes by the wall clock on the day that the clocks go forward', async () => {
    const desk = at('2027-03-28T04:54:59Z')
    await sweep(desk)
    expect(await orders(desk)).toEqual([])
    desk.clock.advance(1_000)
    await sweep(desk)
    expect((await orders(desk)).map((it) => it.text)).toEqual([
      'Zo meteen: Ochtendblad, 07:00–11:00. Er staat geen bericht klaar.',
    ])
  })

  it('comes by itself while the station runs', async () => {
    const desk = at('2027-01-12T06:54:58+01:00')
    const log = pino({ level: 'silent' })
    const worker = new Sweep({
      store: desk.store,
      clock: desk.clock,
      log,
      desk: { station, networks, platforms: ['desk'] },
    })
    const comes = new Promise<void>((resolve) => desk.store.onCommit(resolve))
    worker.start()
    desk.clock.advance(5_000)
    await comes
    desk.clock.advance(5_000)
    await worker.stop()
    expect(await orders(desk)).toHaveLength(1)
  })
})

describe('the order in the topic of a channel', () => {
  const [programme] = station.programmes
  const order = (slots: NonNullable<typeof programme>['slots'], hosts: string[] = [], language: 'nl' | 'en' = 'nl') =>
    programme && orderOf({ ...station, language }, { ...programme, slots, hosts })

  it('says when the programme is on and who hosts it', () => {
    expect(
      order([{ days: [1, 2, 3, 4, 5, 6, 7], from: '07:00', to: '09:00' }], ['curator-deventer', 'curator-delft']),
    ).toBe('Elke dag 07:00–09:00 · presentatie: Curator Deventer, Curator Delft')
  })

  it('groups the days that have the same times', () => {
    const slots = [
      { days: [1, 2, 3, 4, 5] as const, from: '07:00', to: '09:00' },
      { days: [1, 2, 3, 4, 5] as const, from: '15:00', to: '16:00' },
      { days: [6, 7] as const, from: '10:00', to: '11:00' },
      { days: [1, 3] as const, from: '20:00', to: '21:00' },
    ].map((it) => ({ ...it, days: [...it.days] }))
    expect(order(slots)).toBe(
      'Maandag tot en met vrijdag 07:00–09:00, 15:00–16:00; zaterdag en zondag 10:00–11:00; maandag en woensdag 20:00–21:00',
    )
    expect(order(slots, [], 'en')).toContain('Monday to Friday 07:00–09:00')
  })

  it('is absent for a programme without a place on the grid', () => {
    expect(order([])).toBeNull()
  })
})
