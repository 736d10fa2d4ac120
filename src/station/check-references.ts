import { URGENT_KINDS } from '../model/care.ts'
import { nearestOf } from '../model/nearest.ts'
import type { StationFaultWording } from '../wording/station-faults.ts'
import type { Shaped } from './check-shape.ts'
import type { Report } from './fault.ts'
import type { Path } from './place-of.ts'
import type { ProgrammeShape, StationShape } from './shapes.ts'

/** Hosts, experts and whom to warn are members, and the library and the partner of a member or a group exist. */
export function checkReferences(
  station: Shaped<StationShape>,
  programmes: Shaped<ProgrammeShape>[],
  report: Report,
  wording: StationFaultWording,
) {
  const known = {
    member: idsIn(station.raw, 'members'),
    library: idsIn(station.raw, 'libraries'),
    partner: idsIn(station.raw, 'partners'),
  }
  const refer = (file: Shaped<unknown>, path: Path, name: string | null, what: keyof typeof known) => {
    const ids = known[what]
    if (name === null || ids === null || ids.includes(name)) return
    const nearest = nearestOf(name, ids)
    report(file.place(path), name, wording.codes.known(wording.what[what]), nearest && wording.nearest(nearest))
  }

  station.value.members.forEach(({ library, partner }, i) => {
    refer(station, ['members', i, 'library'], library, 'library')
    refer(station, ['members', i, 'partner'], partner, 'partner')
  })
  station.value.slack.groups.forEach(({ library, partner }, i) => {
    refer(station, ['slack', 'groups', i, 'library'], library, 'library')
    refer(station, ['slack', 'groups', i, 'partner'], partner, 'partner')
  })
  station.value.partners.forEach(({ experts }, i) => {
    for (const [j, expert] of experts.entries()) refer(station, ['partners', i, 'experts', j], expert, 'member')
  })
  for (const kind of URGENT_KINDS)
    for (const [i, member] of (station.value.care[kind]?.warn ?? []).entries())
      refer(station, ['care', kind, 'warn', i], member, 'member')
  for (const file of programmes)
    for (const [i, host] of file.value.hosts.entries()) refer(file, ['hosts', i], host, 'member')
}

/** The ids of a list as the file has them: one that is faulty elsewhere still exists. Null where there is no list. */
function idsIn(raw: unknown, list: string): string[] | null {
  const items = (raw as Record<string, unknown>)[list]
  if (!Array.isArray(items)) return list === 'partners' && items === undefined ? [] : null
  return items.flatMap((item: unknown) => {
    const id = item instanceof Object && 'id' in item ? item.id : undefined
    return typeof id === 'string' ? [id] : []
  })
}
