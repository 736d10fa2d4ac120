import { getISODay } from 'date-fns/getISODay'
import { parseISO } from 'date-fns/parseISO'
import { type Limits, NETWORK_LABEL, NETWORKS, type NetworkName } from '../model/network.ts'
import type { Period, Weekday } from '../model/station.ts'
import { threadParts } from '../model/thread-parts.ts'
import type { StationFaultWording } from '../wording/station-faults.ts'
import { type Reading, readCron } from './check-cron.ts'
import type { Shaped } from './check-shape.ts'
import type { Report } from './fault.ts'
import { hoursOn, openAt } from './hours.ts'
import type { EntryShape, ProgrammeShape, StationShape } from './shapes.ts'

/** How long a post may be on each network, how that network counts, and of how many posts a thread may be. */
export type TextLimits = Record<NetworkName, Pick<Limits, 'max' | 'measure' | 'parts'>>

/** Every entry airs some time, only while the station is open, and its texts fit their networks. */
export function checkEntries(
  station: Shaped<StationShape>,
  programmes: Shaped<ProgrammeShape>[],
  limits: TextLimits,
  report: Report,
  wording: StationFaultWording,
) {
  const week = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => hoursOn(station.value.hours, day))
  const crons = new Map<string, Reading>()
  const cronOf = (expression: string) => {
    const reading = crons.get(expression) ?? checkOpen(readCron(expression, wording), week, wording)
    crons.set(expression, reading)
    return reading
  }

  for (const file of programmes)
    file.value.entries.forEach((entry, i) => {
      const say = (key: string[], found: unknown, allowed: string, fix?: string | null) =>
        report(file.place(['entries', i, ...key]), found, allowed, fix)
      checkMoment(entry, station.value.silences, week, cronOf, say, wording)
      checkTexts(entry, limits, say, wording)
    })
}

type Say = (key: string[], found: unknown, allowed: string, fix?: string | null) => void

function checkMoment(
  { cron, once }: EntryShape,
  silences: StationShape['silences'],
  week: Period[][],
  cronOf: (expression: string) => Reading,
  say: Say,
  wording: StationFaultWording,
) {
  if (cron !== null && once !== null) say(['once'], once, wording.codes.cronOrOnce, wording.fixes.both)
  if (cron === null && once === null) say([], undefined, wording.codes.cronOrOnce)
  if (cron !== null) {
    const reading = cronOf(cron)
    if ('allowed' in reading) say(['cron'], cron, reading.allowed, reading.fix)
  }
  if (once !== null) {
    const day = getISODay(parseISO(`${once.slice(0, 10)}T12:00`)) as Weekday
    const closed = closedAt(week, day, once.slice(11), wording)
    if (closed) say(['once'], once, closed, wording.fixes.lastMoment)
    const silence = silences.find(({ from, to }) => from <= once && once < to)
    if (silence) say(['once'], once, wording.codes.outsideSilence(silence.reason))
  }
}

function checkTexts({ texts }: EntryShape, limits: TextLimits, say: Say, wording: StationFaultWording) {
  if (NETWORKS.every((network) => texts[network] === undefined)) say(['texts'], undefined, wording.codes.someText)
  for (const network of NETWORKS) {
    const text = texts[network]
    if (text === undefined) continue
    const { max, measure, parts } = limits[network]
    if (threadParts(text, limits[network]) === null)
      say(
        ['texts', network],
        measure(text),
        wording.codes.textFits(max, NETWORK_LABEL[network], parts),
        wording.fixes.shorten,
      )
  }
}

function checkOpen(reading: Reading, week: Period[][], wording: StationFaultWording): Reading {
  if ('allowed' in reading) return reading
  for (const day of reading.days)
    for (const time of reading.times) {
      const allowed = closedAt(week, day, time, wording)
      if (allowed) return { allowed, fix: wording.fixes.lastMoment }
    }
  return reading
}

/** What is allowed on a day, where the station is closed at that time of it; null where it is open. */
function closedAt(week: Period[][], day: Weekday, time: string, wording: StationFaultWording): string | null {
  const periods = week[day - 1]!
  if (openAt(periods, time)) return null
  const open = periods.map(({ from, to }) => `${from}–${to}`).join(', ')
  return wording.codes.open(wording.weekdays[day - 1]!, open || wording.codes.closed)
}
