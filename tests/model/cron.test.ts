import { expect, test } from 'vitest'
import { nextSlots, readCron, slotsBetween } from '../../src/model/cron.ts'

const cron = (expression: string) => {
  const read = readCron(expression)
  if (!read) throw new Error(`${expression} was not read`)
  return read
}

test('day of the month and weekday must both match: 13 and Friday is Friday the 13th', () => {
  expect(nextSlots(cron('0 9 13 * 5'), '2027-01-01T00:00', 2)).toEqual(['2027-08-13T09:00', '2028-10-13T09:00'])
})

test('Sunday is 0, 7 and sun', () => {
  for (const expression of ['0 9 * * 0', '0 9 * * 7', '0 9 * * sun'])
    expect(nextSlots(cron(expression), '2027-01-11T00:00', 1)).toEqual(['2027-01-17T09:00'])
})

test('slots come in the order of the day, both dates included', () => {
  expect(slotsBetween(cron('0,30 9,7 * * *'), '2027-01-11', '2027-01-12')).toEqual([
    '2027-01-11T07:00',
    '2027-01-11T07:30',
    '2027-01-11T09:00',
    '2027-01-11T09:30',
    '2027-01-12T07:00',
    '2027-01-12T07:30',
    '2027-01-12T09:00',
    '2027-01-12T09:30',
  ])
})

test('the 29th of February is found years ahead', () => {
  expect(nextSlots(cron('0 9 29 2 *'), '2027-01-11T00:00', 1)).toEqual(['2028-02-29T09:00'])
})

test('a slot at this very minute is not a next one', () => {
  expect(nextSlots(cron('0 9 * * *'), '2027-01-11T09:00', 1)).toEqual(['2027-01-12T09:00'])
})

test.each(['0 9 * *', '0 0 9 * * *', '60 9 * * *', '0 9 L * *', '0 9 * * 5#2', 'elke dag', '', '@daily'])(
  '"%s" is not for schedules',
  (expression) => {
    expect(readCron(expression)).toBeNull()
  },
)
