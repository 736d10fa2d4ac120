import { isAtLeast } from '../../model/allowance.ts'
import type { Content } from '../../model/chat.ts'
import { NETWORK_LABEL } from '../../model/network.ts'
import type { Variant } from '../../store/posts.ts'
import { approvalWords } from '../../wording/approval.ts'
import { amountText } from '../../wording/money.ts'
import { reasonText } from '../../wording/reasons.ts'
import { scheduleLabels } from '../../wording/schedule.ts'
import type { Act } from '../act.ts'
import { levelOn } from '../budget.ts'
import { costOfLinks, waitsForApproval } from './costs-approval.ts'

/** A variant, and how many of its posts stand on its network. */
export type Standing = Variant & { standing: number }

/** What became of a post on one network, before its text. */
export async function factOf(act: Act, variant: Standing): Promise<NonNullable<Content['facts']>[number]> {
  const say = scheduleLabels(act.station.language)
  const reason = reasonText(act.station.language)
  const asked = waitsForApproval(variant)
  const state = asked
    ? await askedText(act, variant)
    : say.variant[variant.state](variant.reason === null ? '' : reason(variant.reason))
  return {
    label: NETWORK_LABEL[variant.network],
    value: [[partsText(act, variant), state].filter(Boolean).join(' '), variant.text].join(asked ? '\n' : ' '),
    ...(variant.url !== null && (variant.state === 'sent' || variant.standing > 0) ? { url: variant.url } : {}),
  }
}

/** What it costs, as prices and the budget are now. */
async function askedText(act: Act, { network, text }: Variant): Promise<string> {
  const cost = amountText(act.station.language, 'usd', costOfLinks(act, network, text) ?? 0)
  const spent = isAtLeast(await levelOn(act, network), 'spent')
  return approvalWords(act.station.language).waits(NETWORK_LABEL[network], cost, spent)
}

/** Of a thread: how many parts it has, or which of them its state is about. */
function partsText(act: Act, { state, parts, standing }: Standing): string {
  const say = scheduleLabels(act.station.language)
  if (parts === 1 || state === 'retracted' || state === 'cancelled') return ''
  return standing >= parts || standing === 0 ? say.inParts(parts) : say.part(standing + 1, parts)
}
