import { expect, test } from 'vitest'
import {
  airingAt,
  airingsOn,
  closingAfter,
  isOpen,
  nextAiring,
  nightOf,
  previousAiring,
  programmeOnAir,
} from '../../src/model/grid.ts'
import { instantOf } from '../../src/model/local-time.ts'
import { inSeason, seasonEnd, seasonWeek } from '../../src/model/season.ts'
import type { Station } from '../../src/model/station.ts'
import { station } from '../support/cast.ts'

const at = (local: string) => instantOf(local, station.zone)
const allDay = [{ from: '00:00', to: '24:00' }]
const withHours = (changed: Partial<Station['hours']>): Station => ({
  ...station,
  hours: { ...station.hours, ...changed },
})

test('a programme is on the air from its first minute until before its last', () => {
  expect(programmeOnAir(station, at('2027-01-11T07:00'))?.id).toBe('ochtendblad')
  expect(programmeOnAir(station, at('2027-01-11T10:59'))?.id).toBe('ochtendblad')
  expect(programmeOnAir(station, at('2027-01-11T11:00'))?.id).toBe('boek-kwijt')
  expect(programmeOnAir(station, at('2027-01-11T23:00'))).toBeNull()
})

test('off season nothing is on the air', () => {
  expect(airingsOn(station, '2027-01-10')).toEqual([])
  expect(airingAt(station, at('2027-06-28T12:00'))).toBeNull()
  expect([inSeason(station, '2027-06-27'), seasonEnd(station)]).toEqual([true, '2027-06-27'])
})

test('the season counts its weeks from one', () => {
  expect(
    ['2027-01-10', '2027-01-11', '2027-01-17', '2027-01-18', '2027-06-27'].map((it) => seasonWeek(station, it)),
  ).toEqual([null, 1, 1, 2, 24])
})

test('the next airing is tomorrow when today is over, and the previous one is the last that ended', () => {
  expect(nextAiring(station, at('2027-01-11T23:30'))).toMatchObject({ from: at('2027-01-12T07:00') })
  expect(nextAiring(station, at('2027-01-11T07:00'), 'ochtendblad')).toMatchObject({ from: at('2027-01-12T07:00') })
  expect(previousAiring(station, at('2027-01-12T06:00'))).toMatchObject({ to: at('2027-01-11T23:00') })
  expect(previousAiring(station, at('2027-01-11T08:00'))).toBeNull()
})

test('an airing on the day of the change of clocks has its true length', () => {
  const early = { ...station, programmes: station.programmes.slice(0, 1) }
  early.programmes = early.programmes.map((it) => ({ ...it, slots: [{ days: [7], from: '01:00', to: '07:00' }] }))
  const [airing] = airingsOn(early, '2027-03-28')
  expect((airing?.to ?? 0) - (airing?.from ?? 0)).toBe(5 * 3_600_000)
})

test('the station closes at the end of its hours, or hours later where they run over midnight', () => {
  expect(isOpen(station, at('2027-01-11T22:59'))).toBe(true)
  expect(isOpen(station, at('2027-01-11T23:00'))).toBe(false)
  expect(closingAfter(station, at('2027-01-11T12:00'))).toBe(at('2027-01-11T23:00'))
  expect(closingAfter(station, at('2027-01-11T23:30'))).toBe(at('2027-01-11T23:30'))
  const late = withHours({ 1: [{ from: '20:00', to: '24:00' }], 2: [{ from: '00:00', to: '02:00' }] })
  expect(closingAfter(late, at('2027-01-11T21:00'))).toBe(at('2027-01-12T02:00'))
})

test('a night goes by the date of the closing before it, after midnight and over a day off too', () => {
  expect(nightOf(station, at('2027-01-11T23:30'))).toBe('2027-01-11')
  expect(nightOf(station, at('2027-01-12T06:59'))).toBe('2027-01-11')
  expect(nightOf(station, at('2027-01-12T08:00'))).toBe('2027-01-12')
  const sundayOff = withHours({ 7: [] })
  expect(nightOf(sundayOff, at('2027-01-17T15:00'))).toBe('2027-01-16')
  expect(nightOf(withHours({ 1: allDay }), at('2027-01-11T03:00'))).toBe('2027-01-11')
})
