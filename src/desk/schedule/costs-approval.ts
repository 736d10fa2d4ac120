import twitter from 'twitter-text'
import { boundBy, isAtLeast, nextPeriod, room } from '../../model/allowance.ts'
import { NETWORK_LABEL, type NetworkName } from '../../model/network.ts'
import { Refused } from '../../model/refused.ts'
import { threadParts } from '../../model/thread-parts.ts'
import type { Tx } from '../../store/database.ts'
import type { Variant } from '../../store/posts.ts'
import { momentText } from '../../wording/moments.ts'
import { amountText } from '../../wording/money.ts'
import type { Act } from '../act.ts'
import { budgetOf, levelOn } from '../budget.ts'

/** Why a variant waits for a person who says that it may cost so much. */
const COSTS_APPROVAL = 'costs-approval'

/** How a new variant begins: in line, or before a person where the budget runs low and its link is dear. */
export async function beginning(
  act: Act,
  network: NetworkName,
  text: string,
): Promise<Pick<Variant, 'state' | 'reason'>> {
  const dear = costOfLinks(act, network, text) !== null
  return dear && isAtLeast(await levelOn(act, network), 'saving')
    ? { state: 'person', reason: COSTS_APPROVAL }
    : { state: 'queued', reason: null }
}

/** True while nothing of a variant was handed to its network, for want of a person's word about what it costs. */
export const waitsForApproval = ({ state, reason }: Pick<Variant, 'state' | 'reason'>): boolean =>
  state === 'person' && reason === COSTS_APPROVAL

/** The posts of which something waits so, oldest first. */
export async function postsForApproval(tx: Tx, limit: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('variant')
    .select('post')
    .distinct()
    .where('state', '=', 'person')
    .where('reason', '=', COSTS_APPROVAL)
    .orderBy('post')
    .limit(limit)
    .execute()
  return rows.map(({ post }) => post)
}

/**
 * What a post with a link in it costs, all its parts together, in micro-dollars; null where the network asks no money or
 * there is none in it. Only X asks, so that what X takes for a link is what counts: a bare `example.org` is one.
 */
export const costOfLinks = (act: Act, network: NetworkName, text: string): number | null =>
  hasLink(text) ? costOf(act, network, text) : null

/**
 * Refuses what a person lets out while the budget has no room for it, and says from when it has: handed over it would only
 * wait there until it is too late.
 */
export async function requireMoney(act: Act, { network, text }: Variant): Promise<void> {
  const cost = costOf(act, network, text)
  const budget = cost === null ? null : await budgetOf(act, network)
  if (cost === null || budget === null || room(budget.allowance, 'posting', budget.spent) >= cost) return
  const { allowance, spent } = budget
  const period = boundBy(allowance, 'posting', spent, cost)
  const ever = room(allowance, 'posting', { day: 0, month: 0 }) >= cost
  throw new Refused('no-money', {
    network: NETWORK_LABEL[network],
    cost: amountText(act.by?.language ?? act.station.language, 'usd', cost),
    period,
    next: ever
      ? momentText(act.by?.language ?? act.station.language, act.station.zone, nextPeriod(allowance, act.now, period))
      : '',
  })
}

function costOf(act: Act, network: NetworkName, text: string): number | null {
  const terms = act.station.networks[network]
  const facts = act.networks.get(network)
  if (!('prices' in terms) || !facts?.live) return null
  const { link, post } = terms.prices
  const parts = threadParts(text, facts.limits) ?? [text]
  return parts.reduce((sum, part) => sum + (hasLink(part) ? link : post), 0)
}

const hasLink = (text: string): boolean => twitter.extractUrls(text).length > 0
