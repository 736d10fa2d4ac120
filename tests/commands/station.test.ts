import { expect, test } from 'vitest'
import { runCommand } from '../../commands/index.ts'
import { settleAccess } from '../../src/desk/access.ts'
import type { Act } from '../../src/desk/act.ts'
import { MINUTE, SECOND } from '../../src/model/clock.ts'
import { pauseRate } from '../../src/store/rates.ts'
import { keepSourceStanding, type SourceStanding } from '../../src/store/source-states.ts'
import { addSpending } from '../../src/store/spending.ts'
import { cast } from '../support/cast.ts'
import { ManualClock } from '../support/clock.ts'
import { openDesk } from '../support/desk.ts'
import { liveNetworks, stationWith } from '../support/live.ts'
import { inChannel } from './place.ts'

const payer = { network: 'x', account: 'schatkamer' }

/** A desk whose networks are real; it is 09:00 on Monday 11 January 2027. */
function openLive() {
  const desk = openDesk({ networks: liveNetworks, station: stationWith({ day: 5, month: 100 }) }, new ManualClock())
  const reads = (changed: Partial<SourceStanding> = {}) =>
    desk.act(null, (act) =>
      keepSourceStanding(act, 'x', {
        lastPoll: act.now - 5 * SECOND,
        behind: null,
        error: null,
        saving: false,
        told: null,
        ...changed,
      }),
    )
  const is = (work: (act: Act) => Promise<unknown>) => desk.act(null, work)
  return {
    ...desk,
    reads,
    is,
    spends: (day: string, dollars: number) =>
      is(({ tx }) => addSpending(tx, payer, day, 'reading', dollars * 1_000_000)),
    async lines(label = 'X', by = cast.delft) {
      const answers = await desk.act(by, (act) => runCommand('/station', inChannel, act))
      return answers
        .flatMap((it) => it.facts ?? [])
        .find((it) => it.label === label)
        ?.value.split('\n')
    },
  }
}

test('a network that works shows when it was read, what it cost and how our access is, a line each', async () => {
  const it = openLive()
  await it.reads()
  await it.spends('2027-01-11', 1.2)
  await it.spends('2027-01-10', 11.2)
  await it.is((act) => settleAccess(act, 'x', { status: 'ok', expires: Date.parse('2027-03-31T10:00Z') }))
  expect(await it.lines()).toEqual([
    'LIVE · werkt · @schatkamer',
    '5 seconden geleden gelezen',
    'vandaag $\u00a01,20 van $\u00a05,00',
    'deze maand $\u00a012,40 van $\u00a0100,00',
    'toegang goed tot woensdag 31 maart',
  ])
  expect(await it.lines('X', cast.researcher)).toEqual([
    'LIVE · works · @schatkamer',
    'read 5 seconds ago',
    'today $\u00a01.20 of $\u00a05.00',
    'this month $\u00a012.40 of $\u00a0100.00',
    'access in order until Wednesday 31 March',
  ])
})

test('nothing is counted where there is no cap, and what has no end shows none', async () => {
  const it = openLive()
  await it.is((act) => settleAccess(act, 'facebook', { status: 'ok', expires: null }))
  expect(await it.lines('Facebook')).toEqual(['LIVE · werkt · @schatkamer', 'nog niet gelezen', 'toegang goed'])
})

test('units are numbers', async () => {
  const it = openLive()
  const lines = await it.lines('YouTube')
  expect(lines?.slice(2)).toEqual(['vandaag 0 van 10.000 eenheden', 'deze maand 0 eenheden'])
})

test.each([
  [3.2, 'LIVE · zuinig · @schatkamer'],
  [4, 'LIVE · alleen antwoorden · @schatkamer'],
  [5, 'LIVE · budget op · @schatkamer'],
])('of five dollars %d are spent: %s', async (dollars, line) => {
  const it = openLive()
  await it.spends('2027-01-11', dollars)
  expect((await it.lines())?.[0]).toBe(line)
})

test('a network that is behind says how far, one that cannot be read says why', async () => {
  const it = openLive()
  await it.reads({ behind: it.clock.now() - 12 * MINUTE })
  expect((await it.lines())?.[1]).toBe('5 seconden geleden gelezen · loopt 12 minuten achter')
  await it.reads({ error: 'rate-limit' })
  expect((await it.lines())?.[1]).toBe('5 seconden geleden gelezen · lezen lukt niet: we vragen te veel achter elkaar')
  await it.reads({ error: 'unclear' })
  expect((await it.lines())?.[1]).toContain('lezen lukt niet: het geeft geen goed antwoord')
  await it.reads({ saving: true })
  expect((await it.lines())?.[1]).toContain('een deel wordt niet gelezen: daarvoor is het budget te krap')
  await it.spends('2027-01-11', 4)
  expect((await it.lines())?.[1]).toMatch(/ · wordt niet gelezen: het budget is op$/)
})

test('what keeps back what goes out stands first', async () => {
  const it = openLive()
  await it.is((act) => pauseRate(act, 'network:x:schatkamer', MINUTE, 'quota'))
  expect((await it.lines())?.[0]).toBe('LIVE · wat uitgaat wacht: we zijn voorlopig aan ons maximum · @schatkamer')
  it.clock.advance(2 * MINUTE)
  expect((await it.lines())?.[0]).toBe('LIVE · werkt · @schatkamer')
})

test('a dead access says why, since when, and what to do, and reading does not say it again', async () => {
  const it = openLive()
  await it.reads({ error: 'auth' })
  await it.is((act) => settleAccess(act, 'x', { status: 'dead', why: 'auth', detail: null }))
  const lines = await it.lines()
  expect(lines?.[0]).toBe('LIVE · laat ons niet toe · @schatkamer')
  expect(lines?.[1]).toBe('5 seconden geleden gelezen')
  expect(lines?.at(-1)).toBe('onze toegang is verlopen of ingetrokken, sinds ma 11 jan. 09:00: npm run doctor')
})
