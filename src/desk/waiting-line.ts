import { NETWORK_LABEL } from '../model/network.ts'
import type { Language } from '../model/station.ts'
import { careLabels } from '../wording/care.ts'
import { commandWords } from '../wording/commands.ts'
import { momentText, spanText } from '../wording/moments.ts'
import type { Act } from './act.ts'
import type { Waiting } from './inbox.ts'
import { memberName } from './members.ts'

/** One who waits, in a line: where, who, how long, and with whom. */
export function waitingLine(act: Act, it: Waiting, language: Language): string {
  const say = commandWords(language)
  return [
    ...(it.care.length > 0 ? [careLabels(language).short(it.care)] : []),
    act.station.programmes.find((programme) => programme.id === it.programme)?.name ?? say.night,
    it.kind === 'direct' ? `${NETWORK_LABEL[it.network]} (${say.direct})` : NETWORK_LABEL[it.network],
    `@${it.handle}`,
    `${say.waits(spanText(language, act.now - it.since))} (${momentText(language, act.station.zone, it.since)})`,
    it.claimedBy === null ? say.free : say.heldBy(memberName(act.station, it.claimedBy)),
  ].join(' · ')
}
