import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Language, Station } from '../model/station.ts'
import { stationFaultWording } from '../wording/station-faults.ts'
import { buildStation } from './build-station.ts'
import { checkEntries, type TextLimits } from './check-entries.ts'
import { checkGrid } from './check-grid.ts'
import { checkReferences } from './check-references.ts'
import { checkShape, type Shaped } from './check-shape.ts'
import { checkSlack } from './check-slack.ts'
import { checkUnique } from './check-unique.ts'
import { type Fault, type Report, StationFaults, showFound } from './fault.ts'
import { readSource } from './read-source.ts'
import { seasonStart } from './season.ts'
import { programmeShape, type StationShape, stationShape } from './shapes.ts'
import { PROGRAMME_STOPGAP, STATION_STOPGAP } from './stopgaps.ts'

export interface LoadOptions {
  /** What each network lets us post: a text that is too long is found here, not when it airs. */
  limits: TextLimits
  /** The local date, `YYYY-MM-DD`, on which this station was first started, where the store knows it. */
  firstStart?: string
  /** The names of the commands, for what reactions stand for; without them that is not checked. */
  commands?: readonly string[]
  /** The language of the faults; English where none is given. */
  language?: Language
}

/**
 * Reads the station from its file and the programmes from the folder that it names, all or nothing.
 * @param file path of station.yaml; places in faults begin with it as given
 * @param now UTC ms, for a season that starts in the week of the first start
 * @throws {StationFaults} with every fault of every file at once
 */
export function loadStation(file: string, now: number, options: LoadOptions): Station {
  const wording = stationFaultWording(options.language ?? 'en')
  const faults: Fault[] = []
  const report: Report = (place, found, allowed, fix = null) =>
    faults.push({ ...place, found: showFound(found, wording.nothing), allowed, fix })

  const source = readSource(file, report, wording)
  const shaped = source && checkShape(stationShape, source, STATION_STOPGAP, report, wording)
  const station = shaped ?? unreadable(file)

  const folder = join(dirname(file), station.value.programmes)
  const files = programmeFiles(folder)
  if (shaped && files.length === 0)
    report(station.place(['programmes']), station.value.programmes, wording.codes.folder)
  const programmes = files
    .map((path) => readSource(path, report, wording))
    .flatMap((read) => (read && checkShape(programmeShape, read, PROGRAMME_STOPGAP, report, wording)) ?? [])

  checkUnique(station, programmes, report, wording)
  checkReferences(station, programmes, report, wording)
  checkSlack(station, options.commands ?? null, report, wording)
  checkGrid(station, programmes, report, wording)
  checkEntries(station, programmes, options.limits, report, wording)
  if (faults.length > 0) throw new StationFaults(faults, wording)

  const { season, zone } = station.value
  const start = seasonStart(season.start, zone, now, options.firstStart)
  return buildStation(
    station.value,
    programmes.map(({ value }) => value),
    start,
  )
}

/** A station file of which nothing can be used: its programmes are still checked, as far as they go by themselves. */
const unreadable = (file: string): Shaped<StationShape> => ({
  file,
  raw: {},
  value: STATION_STOPGAP,
  place: () => ({ file, line: 1, column: 1, key: '' }),
})

function programmeFiles(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name))
    return names.sort().map((name) => join(folder, name))
  } catch {
    return []
  }
}
