import { NETWORK_LABEL, type NetworkName } from '../model/network.ts'
import { Refused } from '../model/refused.ts'
import type { Act } from './act.ts'

/** The text as the public will read it: with the writer's initials where the library wishes them. */
export function publicText(act: Act, by: string, text: string): string {
  const initials = act.station.members.find((it) => it.id === by)?.initials
  return act.station.replies.initials && initials ? `${text} ${act.station.replies.initials}${initials}` : text
}

/** The length of a text and the most that is allowed, as the network counts. */
export function lengthOn(
  act: Act,
  network: NetworkName,
  direct: boolean,
  text: string,
): { length: number; max: number } {
  const facts = act.networks.get(network)
  if (!facts) throw new Refused('network-not-there', { network })
  return { length: facts.limits.measure(text), max: direct ? facts.limits.maxDirect : facts.limits.max }
}

/** Refuses a text that the network would not take, with both lengths. */
export function requireFits(act: Act, network: NetworkName, direct: boolean, text: string): void {
  const { length, max } = lengthOn(act, network, direct, text)
  if (length > max) throw new Refused('too-long', { network: NETWORK_LABEL[network], length, max, over: length - max })
}
