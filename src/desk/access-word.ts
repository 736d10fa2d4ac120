import type { Denial } from '../model/denials.ts'
import { NETWORK_LABEL, type NetworkName } from '../model/network.ts'
import { set, setting } from '../store/settings.ts'
import type { Access } from './access.ts'
import { denials } from './access-trouble.ts'
import type { Act } from './act.ts'
import { alarm, type Notice } from './thread.ts'

/** What the team was told of our access and not yet that it is over: by which notice, and why. */
interface Word {
  notice: 'token-dead' | 'poll-failed' | 'send-held'
  why: string
}

const OVER = {
  'token-dead': { notice: 'token-mended' },
  'poll-failed': { notice: 'poll-back' },
  'send-held': { notice: 'send-back' },
} as const

const keyOf = (network: NetworkName): string => `access-word:${network}`

async function wordOf(act: Act, network: NetworkName): Promise<Word | null> {
  const kept = await setting(act.tx, keyOf(network))
  return kept === null ? null : (JSON.parse(kept) as Word | null)
}

/**
 * Whatever is denied for want of access, the team hears it once, and once that it is over. A dead access is told as
 * such. Where it does not show as dead while calls are denied, what is denied is told: `lasting`. True where it is over.
 */
export async function settleWord(
  act: Act,
  network: NetworkName,
  access: Access | null,
  lasting: Denial | null,
): Promise<boolean> {
  const word = await wordOf(act, network)
  if (access?.status === 'dead') {
    const why = access.why ?? 'auth'
    if (word?.why !== why) await raise(act, network, { notice: 'token-dead', why }, { detail: access.detail ?? '' })
    return false
  }
  if (word === null) {
    if (lasting)
      await raise(act, network, { notice: lasting.calls === 'reading' ? 'poll-failed' : 'send-held', why: lasting.why })
    return false
  }
  if (await stands(act, network, word)) return false
  await set(act, keyOf(network), JSON.stringify(null), null)
  await tellOfAccess(act, network, OVER[word.notice])
  return true
}

/** Whether calls are still denied as the team was told. */
async function stands(act: Act, network: NetworkName, { notice }: Word): Promise<boolean> {
  if (notice === 'token-dead') return false
  const calls = notice === 'poll-failed' ? 'reading' : 'writing'
  return (await denials(act)).get(network)?.some((it) => it.calls === calls) ?? false
}

async function raise(act: Act, network: NetworkName, word: Word, facts: Notice['facts'] = {}): Promise<void> {
  await set(act, keyOf(network), JSON.stringify(word), null)
  await tellOfAccess(act, network, { notice: word.notice, facts: { ...facts, why: word.why } })
}

/** All that is said in the alarms channel about our access to a network stands in one line. */
export const tellOfAccess = (act: Act, network: NetworkName, { notice, facts }: Notice) =>
  alarm(act, act.station.channels.alarms, `access:${network}`, {
    notice,
    facts: { ...facts, network: NETWORK_LABEL[network] },
  })
