import type { Act } from '../../src/desk/act.ts'
import type { NetworkState } from '../../src/desk/network-states.ts'
import { isAtLeast } from '../../src/model/allowance.ts'
import { MINUTE } from '../../src/model/clock.ts'
import { NETWORK_LABEL } from '../../src/model/network.ts'
import { dayText, momentText, spanText } from '../../src/wording/moments.ts'
import { usedText } from '../../src/wording/money.ts'
import { networkStateWords } from '../../src/wording/network-state.ts'
import { deadText } from '../../src/wording/token-notices.ts'
import { languageOf } from '../answer.ts'

/** Less than this is no lag that anybody would notice. */
const NOTICED = MINUTE

/** One network in /station: what plays it and whether it works, how reading goes, what it cost, how our access is. */
export function networkFact(act: Act, state: NetworkState): { label: string; value: string } {
  const lines = state.live
    ? [first(act, state), reading(act, state), money(act, state), access(act, state)]
    : [first(act, state)]
  return { label: NETWORK_LABEL[state.network], value: lines.filter((it) => it !== null).join('\n') }
}

function first(act: Act, { live, account, news, held, budget, access }: NetworkState): string {
  const language = languageOf(act)
  const say = networkStateWords(language)
  const at = (ms: number) => momentText(language, act.station.zone, ms)
  if (!live) {
    const latest = news === null ? say.noNews : say.news(at(news), spanText(language, act.now - news))
    return [say.sandbox, `@${account}`, latest].join(' · ')
  }
  const level = say.levels[budget?.level ?? 'normal']
  const waits = held !== null && held !== 'budget' ? say.held(held) : null
  return [say.live, access?.status === 'dead' ? say.dead : (waits ?? level), `@${account}`].join(' · ')
}

function reading(act: Act, state: NetworkState): string {
  const language = languageOf(act)
  const say = networkStateWords(language)
  if (state.reading === null) return say.unread
  const { lastPoll, lag, error, saving } = state.reading
  return [
    lastPoll === null ? say.unread : say.read(spanText(language, act.now - lastPoll)),
    lag >= NOTICED ? say.lag(spanText(language, lag)) : null,
    error === null || state.access?.status === 'dead' ? null : say.unreadable(error),
    saving ? (isAtLeast(state.budget?.level ?? 'normal', 'spent') ? say.notRead : say.readInPart) : null,
  ]
    .filter((it) => it !== null)
    .join(' · ')
}

/** Null where nothing is counted and nothing was spent. */
function money(act: Act, { budget }: NetworkState): string | null {
  if (budget === null) return null
  const { allowance, spent } = budget
  if (allowance.day === null && allowance.month === null && spent.month === 0) return null
  const language = languageOf(act)
  const say = networkStateWords(language)
  const used = (period: 'day' | 'month') => usedText(language, allowance.unit, spent[period], allowance[period])
  return [say.today(used('day')), say.month(used('month'))].join('\n')
}

function access(act: Act, { access: known }: NetworkState): string | null {
  if (known === null) return null
  const language = languageOf(act)
  const say = networkStateWords(language)
  switch (known.status) {
    case 'ok':
      return known.expires === null ? say.accessOk : say.accessUntil(dayText(language, act.station.zone, known.expires))
    case 'dead':
      return say.accessDead(
        deadText(language)(known.why, known.detail ?? ''),
        momentText(language, act.station.zone, known.since),
      )
    case 'unknown':
      return say.accessUnknown
    default:
      return known.status satisfies never
  }
}
