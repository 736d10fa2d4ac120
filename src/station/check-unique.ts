import type { StationFaultWording } from '../wording/station-faults.ts'
import type { Shaped } from './check-shape.ts'
import type { Report } from './fault.ts'
import type { Path } from './place-of.ts'
import type { ProgrammeShape, StationShape } from './shapes.ts'

interface Named {
  file: Pick<Shaped<unknown>, 'place'>
  path: Path
  name: string
}

/**
 * Ids, channels, hashtags, handles and initials are each used once, whatever their capitals; the first one keeps its
 * name. A user group of Slack shares its names with the channels (docs.slack.dev: usergroups.create, `handle`).
 */
export function checkUnique(
  station: Shaped<StationShape>,
  programmes: Shaped<ProgrammeShape>[],
  report: Report,
  wording: StationFaultWording,
) {
  const unique = (names: Named[]) => {
    const first = new Map<string, Named>()
    for (const named of names) {
      const key = named.name.toLowerCase()
      const earlier = first.get(key)
      if (!earlier) first.set(key, named)
      else if (key) report(named.file.place(named.path), named.name, wording.codes.unique(whereIs(earlier)))
    }
  }
  const { members, partners, channels, slack } = station.value
  const inStation = (path: Path, name: string): Named => ({ file: station, path, name })

  for (const list of ['libraries', 'members', 'partners', 'labels', 'snippets'] as const)
    unique(station.value[list].map(({ id }, i) => inStation([list, i, 'id'], id)))
  unique(members.map(({ initials }, i) => inStation(['members', i, 'initials'], initials)))
  unique([
    inStation(['channels', 'night'], channels.night),
    inStation(['channels', 'alarms'], channels.alarms),
    ...partners.map(({ channel }, i) => inStation(['partners', i, 'channel'], channel)),
    ...programmes.map((file) => ({ file, path: ['channel'], name: file.value.channel })),
    ...slack.groups.map(({ handle }, i) => inStation(['slack', 'groups', i, 'handle'], handle)),
  ])
  unique(programmes.map((file) => ({ file, path: ['id'], name: file.value.id })))
  unique(programmes.flatMap((file) => file.value.hashtags.map((name, i) => ({ file, path: ['hashtags', i], name }))))
  unique(
    programmes.flatMap((file) =>
      file.value.entries.map(({ id }, i) => ({ file, path: ['entries', i, 'id'], name: id })),
    ),
  )
}

const whereIs = ({ file, path }: Named) => {
  const place = file.place(path)
  return `${place.file}:${place.line}`
}
