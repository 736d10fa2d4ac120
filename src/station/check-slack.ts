import { nearestOf } from '../model/nearest.ts'
import type { StationFaultWording } from '../wording/station-faults.ts'
import type { Shaped } from './check-shape.ts'
import type { Report } from './fault.ts'
import type { StationShape } from './shapes.ts'

/** Emoji as Slack names them, without the colons: `white_check_mark`, `+1`. */
const EMOJI = /^[\p{Ll}\p{Lo}\p{N}_+'-]{1,100}$/u

/**
 * Every group gives its people something, and every reaction stands for a command that there is.
 * @param commands their names; null where they are not known, and not checked
 */
export function checkSlack(
  station: Shaped<StationShape>,
  commands: readonly string[] | null,
  report: Report,
  wording: StationFaultWording,
) {
  const { groups, reactions } = station.value.slack
  groups.forEach(({ handle, roles, library, partner }, i) => {
    if (roles.length === 0 && library === null && partner === null)
      report(station.place(['slack', 'groups', i]), handle, wording.codes.carries)
  })
  for (const [emoji, command] of Object.entries(reactions)) {
    const place = station.place(['slack', 'reactions', emoji])
    if (!EMOJI.test(emoji)) report(place, emoji, wording.codes.emoji)
    const [name = ''] = command.trim().split(/\s+/)
    if (commands === null || commands.includes(name)) continue
    const nearest = nearestOf(name, [...commands])
    report(place, command, wording.codes.command, nearest && wording.nearest(nearest))
  }
}
