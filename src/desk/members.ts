import { nearestOf } from '../model/nearest.ts'
import { Refused } from '../model/refused.ts'
import type { Member, Programme, Role, Station } from '../model/station.ts'

/** Who may answer in public, and so hold a conversation. */
export const ANSWERING: readonly Role[] = ['curator', 'coordinator', 'administrator']
/** Who may overrule a colleague: take a claim away, pause the station. */
export const DIRECTING: readonly Role[] = ['coordinator', 'administrator']

export const hasRole = (member: Member | null, roles: readonly Role[]): boolean =>
  member?.roles.some((role) => roles.includes(role)) ?? false

/** A person as chat platforms write one in a text: `<@U012AB3>`, `<@U012AB3|anna>`, or the bare id, `@U012AB3`. */
const WRITTEN =
  /<@([\p{L}\p{N}_-]+)(?:\|([^>]*))?>|(?<![\p{L}\p{N}@])@([UW](?=[A-Z0-9]*\d)[A-Z0-9]{6,})(?![\p{L}\p{N}_-])/gu

/** The ids of those in a text whom only a chat platform knows. */
export const personsIn = (text: string): string[] =>
  [...text.matchAll(WRITTEN)].map(([, tagged, , bare]) => tagged ?? bare ?? '')

/** A text in which such people are called as colleagues call them. */
export const withNames = (station: Station, text: string): string =>
  text.replace(WRITTEN, (_all, tagged: string | undefined, label: string | undefined, bare: string | undefined) => {
    const id = tagged ?? bare ?? ''
    const member = station.members.find((it) => isCalled(it, id))
    return `@${member?.name ?? (label || id)}`
  })

/** Ids are compared without regard to capitals, which a platform's have. */
const isCalled = (member: Member, id: string): boolean => member.id.toLowerCase() === id.toLowerCase()

/** A member as people write one: `@curator-delft`, its id, the name, or as a platform writes a person. */
export function memberCalled(station: Station, said: string): Member {
  const name = said
    .replace(WRITTEN, (_all, tagged: string | undefined, _label, bare: string | undefined) => `@${tagged ?? bare}`)
    .trim()
    .replace(/^@/, '')
    .toLowerCase()
  const found = station.members.find((it) => isCalled(it, name) || it.name.toLowerCase() === name)
  if (found) return found
  const nearest = nearestOf(
    name,
    station.members.map((it) => it.id),
  )
  throw new Refused('no-member', { found: withNames(station, said), nearest: nearest ?? '' })
}

/** The name of a member who may have left the team since. */
export const memberName = (station: Station, id: string | null): string =>
  station.members.find((it) => it.id === id)?.name ?? (id === null || id === 'station' ? station.name : id)

/** The colleagues whom a text speaks to: `@curator-delft`, `@Ben Bos`, or as a platform writes a person. */
export const membersNamed = (station: Station, text: string): string[] => {
  const said = new Set(text.toLowerCase().match(/@[\p{L}\p{N}_-]+/gu) ?? [])
  return station.members
    .filter((it) => said.has(`@${it.id.toLowerCase()}`) || isNamedInFull(it, text))
    .map((it) => it.id)
}

/** Whether `@Ben Bos` stands in a text. A name of one word may as well be a reader's. */
export const isNamedInFull = ({ name }: Member, text: string): boolean =>
  name.includes(' ') && text.toLowerCase().includes(`@${name.toLowerCase()}`)

/** A programme by its id or its name, capitals and the article left aside. */
export function programmeCalled(station: Station, said: string): Programme {
  const name = said.replace(/^#/, '').trim().toLowerCase()
  const names = station.programmes.flatMap((it) => [it.id, it.name])
  const byName = (known: string) =>
    station.programmes.find((it) => it.id === known || it.name.toLowerCase() === known.toLowerCase())
  const found = byName(name) ?? station.programmes.find((it) => it.channel === name)
  if (found) return found
  throw new Refused('no-programme', {
    found: said,
    nearest: byName(nearestOf(name, names) ?? '')?.id ?? '',
    all: station.programmes.map((it) => it.id).join(', '),
  })
}
