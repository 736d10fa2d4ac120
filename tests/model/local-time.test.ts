import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/model/clock.ts'
import { addDays, instantOf, isDate, localAt, startOf, weekdayOf } from '../../src/model/local-time.ts'

const AMSTERDAM = 'Europe/Amsterdam'
const utc = (at: number) => new Date(at).toISOString().slice(0, 16)

describe('a wall-clock time becomes a moment', () => {
  test.each([
    ['2027-01-11T07:00', '2027-01-11T06:00', 'in winter'],
    ['2027-07-11T07:00', '2027-07-11T05:00', 'in summer'],
    ['2027-03-28T01:59', '2027-03-28T00:59', 'just before clocks go forward'],
    ['2027-03-28T02:00', '2027-03-28T01:00', 'at the first minute of the gap: the first valid one after it'],
    ['2027-03-28T02:30', '2027-03-28T01:00', 'in the gap: the first valid minute after it'],
    ['2027-03-28T03:00', '2027-03-28T01:00', 'just after the gap'],
    ['2027-03-28T07:00', '2027-03-28T05:00', 'later that day'],
    ['2026-10-25T02:00', '2026-10-25T00:00', 'in the double hour: the first'],
    ['2026-10-25T02:59', '2026-10-25T00:59', 'at the end of the double hour: the first'],
    ['2026-10-25T03:00', '2026-10-25T02:00', 'after the double hour'],
    ['2026-10-25T07:00', '2026-10-25T06:00', 'later that day'],
  ])('%s in Amsterdam is %s UTC, %s', (local, expected) => {
    expect(utc(instantOf(local, AMSTERDAM))).toBe(expected)
  })

  test.each([
    ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:30', 'a gap of half an hour'],
    ['2027-03-28T00:30', 'Asia/Beirut', '2027-03-27T22:00', 'a gap at midnight'],
    ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T10:00', 'a day that was left out'],
  ])('%s in %s is %s UTC: %s', (local, zone, expected) => {
    expect(utc(instantOf(local, zone))).toBe(expected)
  })
})

test('every minute of a year comes back from its wall clock, but for the second time that a double hour runs', () => {
  const year = Date.parse('2026-06-01T00:00Z')
  for (let at = year; at < year + 366 * DAY; at += 17 * MINUTE) {
    const back = instantOf(localAt(at, AMSTERDAM), AMSTERDAM)
    const second = at >= Date.parse('2026-10-25T01:00Z') && at < Date.parse('2026-10-25T02:00Z')
    expect(back).toBe(second ? at - HOUR : at)
  }
})

test('dates count across months, years and leap days, and know their weekday', () => {
  expect(addDays('2027-12-31', 1)).toBe('2028-01-01')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2027-03-01', -1)).toBe('2027-02-28')
  expect(weekdayOf('2027-01-11')).toBe(1)
  expect(weekdayOf('2027-01-17')).toBe(7)
  expect(startOf('2027-01-11', '24:00')).toBe('2027-01-12T00:00')
  expect([isDate('2027-02-29'), isDate('2028-02-29')]).toEqual([false, true])
})
