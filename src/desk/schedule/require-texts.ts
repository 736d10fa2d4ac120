import { NETWORK_LABEL, NETWORKS, type NetworkName } from '../../model/network.ts'
import { Refused } from '../../model/refused.ts'
import { threadParts } from '../../model/thread-parts.ts'
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

/** How long a text is on its network, how long it may be there, and in how many posts it goes out; 0: it does not fit. */
export interface Length {
  network: NetworkName
  length: number
  max: number
  parts: number
}

export const lengthsOf = (act: Act, texts: Texts): Length[] =>
  NETWORKS.flatMap((network) => {
    const limits = act.networks.get(network)?.limits
    const text = texts[network]
    if (!limits || text === undefined) return []
    const { max, measure } = limits
    return [{ network, length: measure(text), max, parts: threadParts(text, limits)?.length ?? 0 }]
  })

/** Refuses texts of which one is too long for its network; names the length of each. */
export function requireFitting(act: Act, texts: Texts): Length[] {
  const lengths = lengthsOf(act, texts)
  const tooLong = lengths.filter(({ parts }) => parts === 0)
  if (tooLong.length > 0)
    throw new Refused('texts-too-long', { lengths: tooLong.map((it) => roomText(act, it)).join(', ') })
  return lengths
}

/** `X 3200/10×280`: where a text may be a thread, all its parts count. */
function roomText(act: Act, { network, length, max }: Length): string {
  const parts = act.networks.get(network)?.limits.parts ?? 1
  return `${NETWORK_LABEL[network]} ${length}/${parts > 1 ? `${parts}×` : ''}${max}`
}
