import { NETWORK_LABEL, type NetworkName } from '../../model/network.ts'
import type { Language } from '../../model/station.ts'
import type { Examinations } from '../../start/examinations.ts'
import { accessWords } from '../../wording/access.ts'
import { momentText } from '../../wording/moments.ts'
import { bad, type Finding, note, well } from './finding.ts'

/** Looks at our access to each network; it only reads. */
export async function* examineNetworks(
  networks: Examinations['networks'],
  played: readonly NetworkName[],
  at: { language: Language; zone: string; address: string },
): AsyncGenerator<Finding> {
  const say = accessWords(at.language)
  for (const { name, examine, hook } of networks) {
    const network = NETWORK_LABEL[name]
    const { faults, account, expires } = await examine()
    for (const fault of faults) yield bad(say.fault({ network, ...fault }))
    if (faults.length > 0) continue
    yield well(say.well(network, account))
    if (expires !== null) yield note(say.until(network, momentText(at.language, at.zone, expires)))
    if (hook !== null) yield note(say.hook(network, `${at.address}${hook}`))
  }
  if (played.length > 0) yield note(say.sandbox(played.map((name) => NETWORK_LABEL[name])))
}
