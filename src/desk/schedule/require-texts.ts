import { NETWORK_LABEL, NETWORKS, type NetworkName } from '../../model/network.ts'
import { Refused } from '../../model/refused.ts'
import type { Texts } from '../../store/entries.ts'
import type { Act } from '../act.ts'

/** Texts as somebody gave them: one for every network, and those that a network has for itself. */
export interface GivenTexts {
  all: string | null
  own: Texts
}

/** The networks of this station on which posts of ours may stand. */
export const postingNetworks = (act: Act): NetworkName[] =>
  NETWORKS.filter((network) => act.networks.get(network)?.limits.posts)

/** What each of `networks` gets to say; refuses a text for one that takes no posts of ours. */
export function textsFor(act: Act, given: GivenTexts, networks: readonly NetworkName[]): Texts {
  const posting = postingNetworks(act)
  for (const network of NETWORKS)
    if (given.own[network] !== undefined && !posting.includes(network))
      throw new Refused('texts-no-network', { network: NETWORK_LABEL[network] })
  const texts: Texts = {}
  for (const network of posting) {
    const text = given.own[network] ?? (networks.includes(network) ? given.all : null)
    if (text !== null) texts[network] = text
  }
  return texts
}

/** How long a text is on its network, and how long it may be there. */
export interface Length {
  network: NetworkName
  length: number
  max: number
}

export const lengthsOf = (act: Act, texts: Texts): Length[] =>
  NETWORKS.flatMap((network) => {
    const limits = act.networks.get(network)?.limits
    const text = texts[network]
    return limits && text !== undefined ? [{ network, length: limits.measure(text), max: limits.max }] : []
  })

/** Refuses texts of which one is too long for its network; names the length of each. */
export function requireFitting(act: Act, texts: Texts): Length[] {
  const lengths = lengthsOf(act, texts)
  const tooLong = lengths.filter(({ length, max }) => length > max)
  if (tooLong.length > 0)
    throw new Refused('texts-too-long', {
      lengths: tooLong.map(({ network, length, max }) => `${NETWORK_LABEL[network]} ${length}/${max}`).join(', '),
    })
  return lengths
}
