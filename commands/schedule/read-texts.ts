import type { GivenTexts } from '../../src/desk/schedule/require-texts.ts'
import type { NetworkName } from '../../src/model/network.ts'

const NAMES: Record<string, NetworkName> = {
  x: 'x',
  twitter: 'x',
  facebook: 'facebook',
  fb: 'facebook',
  youtube: 'youtube',
  yt: 'youtube',
}
const PREFIX = new RegExp(`^\\s*(${Object.keys(NAMES).join('|')})\\s*:\\s*`, 'iu')

/**
 * Reads the texts of a post: a line that begins with `x:`, `facebook:` or `youtube:` and what follows it is that
 * network's; what stands before the first such line is every other network's.
 */
export function readTexts(words: string): GivenTexts {
  const given: GivenTexts = { all: null, own: {} }
  let network: NetworkName | null = null
  for (const line of words.trim().split(/\r?\n/)) {
    const named = PREFIX.exec(line)
    if (named) network = NAMES[named[1]?.toLowerCase() ?? ''] ?? null
    const text = named ? line.slice(named[0].length) : line
    if (network === null) given.all = joined(given.all, text)
    else given.own[network] = joined(named ? null : (given.own[network] ?? null), text)
  }
  if (given.all?.trim() === '') given.all = null
  return { all: given.all?.trim() ?? null, own: trimmed(given.own) }
}

export const isEmpty = ({ all, own }: GivenTexts): boolean => all === null && Object.keys(own).length === 0

const joined = (before: string | null, line: string): string => (before === null ? line : `${before}\n${line}`)

const trimmed = (own: GivenTexts['own']): GivenTexts['own'] =>
  Object.fromEntries(
    Object.entries(own)
      .map(([network, text]) => [network, text.trim()])
      .filter(([, text]) => text !== ''),
  )
