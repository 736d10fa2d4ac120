import { type Airing, nextAiring } from '../model/grid.ts'
import type { Member } from '../model/station.ts'
import type { Act } from './act.ts'

/** The next airing of a programme that the person who acts hosts; null where there is none. */
export function myNextAiring({ station, now, by }: Act): Airing | null {
  if (!by) return null
  const hosts = station.members.filter((host) => isOneOf(by, host)).map((it) => it.id)
  const airings = station.programmes
    .filter((programme) => programme.hosts.some((id) => hosts.includes(id)))
    .map((programme) => nextAiring(station, now, programme.id))
    .filter((it) => it !== null)
  return airings.sort((a, b) => a.from - b.from)[0] ?? null
}

/** A host of the files is a function: a curator of some library. Whoever has that role there now is meant. */
const isOneOf = (by: Member, host: Member): boolean =>
  host.id === by.id ||
  (by.library !== null && host.library === by.library && host.roles.some((role) => by.roles.includes(role)))
