import { COMMANDS } from '../../../commands/index.ts'
import { type Config, ConfigFaults } from '../../config.ts'
import type { Clock } from '../../model/clock.ts'
import type { Station } from '../../model/station.ts'
import { LIMITS } from '../../networks/limits.ts'
import type { Examinations } from '../../start/examinations.ts'
import { StationFaults } from '../../station/fault.ts'
import { loadStation } from '../../station/load.ts'
import type { Outside } from '../../web/outside.ts'
import { doctorWords } from '../../wording/doctor.ts'
import { bad, type Finding, note, well } from './finding.ts'
import { examineDatabase, examineNode } from './machine.ts'
import { examineNetworks } from './networks.ts'
import { examineSlack } from './slack.ts'

export interface Examination {
  node: { version: string; wanted: string }
  /** Reads the settings. @throws {ConfigFaults} */
  config(): Config
  clock: Clock
  openOutside(proxy: Config['proxy']): Outside
  openExaminations(config: Config, station: Station, clock: Clock): Examinations
}

/** Everything that the start needs, in the order in which it needs it; what hangs on something bad is left out. */
export async function* examine({
  node,
  config: read,
  clock,
  openOutside,
  openExaminations,
}: Examination): AsyncGenerator<Finding> {
  const config = attempt(read)
  const station = 'faults' in config ? null : attempt(() => stationOf(config, clock.now()))
  // Until the station has said its language, it is that of whoever starts programs.
  const language = station === null || 'faults' in station ? 'en' : station.language
  const words = doctorWords(language)
  yield examineNode(node.version, node.wanted, words)
  if ('faults' in config) return yield* stopped(config.faults, words.rest)
  yield well(words.settings)
  yield* examineDatabase(config.databaseUrl, clock.now(), words)
  if (station === null || 'faults' in station) return yield* stopped(station?.faults ?? [], words.rest)
  yield well(words.station(station.name, station.programmes.length, config.station))
  const address = `http://${config.host}:${config.port}`
  const { networks, played, close } = openExaminations(config, station, clock)
  try {
    yield* examineNetworks(networks, played, { language, zone: station.zone, address })
  } finally {
    close()
  }
  if (config.slack === null) return yield note(words.atDesk)

  const outside = openOutside(config.proxy)
  try {
    const { slack, slackPrefix: prefix } = config
    const proxy = config.proxy && new URL(config.proxy.url).origin
    yield* examineSlack({ slack, prefix, proxy, station, language, address, fetch: outside.fetch, clock })
  } finally {
    await outside.close()
  }
}

function* stopped(faults: string[], rest: string): Generator<Finding> {
  for (const fault of faults) yield bad(fault)
  yield note(rest)
}

const stationOf = ({ station }: Config, now: number): Station =>
  loadStation(station, now, { limits: LIMITS, commands: COMMANDS.map(({ name }) => name) })

/** What was read, or a line for each fault in it. */
function attempt<T extends object>(read: () => T): T | { faults: string[] } {
  try {
    return read()
  } catch (error) {
    if (error instanceof ConfigFaults || error instanceof StationFaults) return { faults: error.message.split('\n') }
    throw error
  }
}
