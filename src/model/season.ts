import { addDays, daysBetween, type LocalDate, type LocalTime } from './local-time.ts'
import type { Silence, Station } from './station.ts'

/** The last local date of the season. */
export const seasonEnd = ({ season }: Station): LocalDate => addDays(season.start, season.weeks * 7 - 1)

export const inSeason = (station: Station, date: LocalDate): boolean =>
  station.season.start <= date && date <= seasonEnd(station)

/** Which week of the season a date falls in, from 1; null off season. */
export const seasonWeek = (station: Station, date: LocalDate): number | null =>
  inSeason(station, date) ? Math.floor(daysBetween(station.season.start, date) / 7) + 1 : null

/** The silence that a local time falls in. */
export const silenceAt = (station: Station, local: LocalTime): Silence | null =>
  station.silences.find(({ from, to }) => from <= local && local < to) ?? null

/** When the next silence begins, at or after a local time; null where none is to come. */
export const nextSilence = (station: Station, local: LocalTime): LocalTime | null =>
  station.silences
    .map(({ from }) => from)
    .filter((from) => from >= local)
    .sort()[0] ?? null
