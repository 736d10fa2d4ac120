import { NETWORK_LABEL, type NetworkName } from '../../model/network.ts'
import { record } from '../../store/history.ts'
import { momentText } from '../../wording/moments.ts'
import type { Act } from '../act.ts'
import { alarm } from '../thread.ts'

/** Tells the team that a stretch (UTC ms) of a network cannot be read any more, so that somebody looks there by hand. */
export async function tellGap(act: Act, network: NetworkName, gap: { from: number; to: number }): Promise<void> {
  const { channels, zone, language } = act.station
  const [from, to] = [gap.from, gap.to].map((at) => momentText(language, zone, at)) as [string, string]
  await alarm(act, channels.alarms, `gap:${network}`, {
    notice: 'gap',
    facts: { network: NETWORK_LABEL[network], from, to },
  })
  await record(act, 'gap', {
    detail: `${network} ${new Date(gap.from).toISOString()} ${new Date(gap.to).toISOString()}`,
  })
}
