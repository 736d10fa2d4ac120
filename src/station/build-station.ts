import { MINUTE, SECOND } from '../model/clock.ts'
import type { EntryFile, Member, Period, Programme, Station, Weekday } from '../model/station.ts'
import { buildCare } from './build-care.ts'
import { buildTerms } from './build-terms.ts'
import { hoursOn } from './hours.ts'
import type { EntryShape, ProgrammeShape, StationShape } from './shapes.ts'

/** The model's station out of files that are known to be right. `start` is the first day of the season. */
export function buildStation(file: StationShape, programmes: ProgrammeShape[], start: string): Station {
  const { season, hours, replies, autoAnswer, care, networks, programmes: _folder, ...same } = file
  return {
    ...same,
    season: { start, weeks: season.weeks },
    hours: hoursPerDay(hours),
    members: file.members.map((member): Member => member),
    programmes: programmes.map(buildProgramme).sort(byFirstSlot),
    networks: buildTerms(networks),
    autoAnswer: { text: autoAnswer },
    care: buildCare(care),
    replies: { ...replies, hold: replies.hold * SECOND, claim: replies.claim * MINUTE },
  }
}

const buildProgramme = (file: ProgrammeShape): Programme => ({
  ...file,
  entries: file.entries.map((entry) => buildEntry(entry, file.grace)),
})

function buildEntry({ texts, grace, ...same }: EntryShape, programmeGrace: number): EntryFile {
  const given = Object.entries(texts).filter(([, text]) => text !== undefined)
  return { ...same, texts: Object.fromEntries(given), grace: grace ?? programmeGrace }
}

function hoursPerDay(hours: StationShape['hours']): Record<Weekday, Period[]> {
  const on = (day: Weekday) => hoursOn(hours, day)
  return { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) }
}

/** Programmes in the order of their day; at the same time the one that is on more often comes first. */
const byFirstSlot = (a: Programme, b: Programme) => {
  const first = ({ slots }: Programme) => slots.map(({ from }) => from).sort()[0]!
  const airings = ({ slots }: Programme) => slots.reduce((sum, { days }) => sum + days.length, 0)
  return first(a).localeCompare(first(b)) || airings(b) - airings(a)
}
