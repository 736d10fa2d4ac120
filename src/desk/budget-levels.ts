import { isAtLeast, type Level, nextPeriod, SAVE_FROM, tightest } from '../model/allowance.ts'
import { NETWORK_LABEL, NETWORKS, type NetworkName } from '../model/network.ts'
import { releaseBudgetHeld } from '../store/rates.ts'
import { set } from '../store/settings.ts'
import { momentText } from '../wording/moments.ts'
import type { Act } from './act.ts'
import { type Budget, budgetKey, budgetOf, capsOf, standingLevel, type ToldLevel } from './budget.ts'
import { alarm } from './thread.ts'

/** Tells the team, once a day or month that it is about, how each network's money stands where that has changed. */
export async function tellLevels(act: Act): Promise<void> {
  for (const network of NETWORKS) {
    const budget = await budgetOf(act, network)
    if (budget) await tellLevel(act, network, budget, standingLevel(act, budget))
  }
}

/** Something was held back for want of money: the team is told that it has come so far, where it was not yet. */
export async function tellHeldForMoney(act: Act, network: NetworkName, level: 'spent' | 'empty'): Promise<void> {
  const budget = await budgetOf(act, network)
  if (!budget) return
  const stands = standingLevel(act, budget)
  await tellLevel(act, network, budget, isAtLeast(stands, level) ? stands : level)
}

async function tellLevel(act: Act, network: NetworkName, budget: Budget, level: Level): Promise<void> {
  const account = act.networks.get(network)?.account ?? ''
  const { allowance, spent, told } = budget
  const before = told?.level ?? 'normal'
  const period = tightest(allowance, spent) ?? 'day'
  const next = nextPeriod(allowance, act.now, period)
  if (level === before) {
    // What goes on into the next day or month was said already.
    const goesOn = told !== null && level !== 'normal' && act.now >= told.until
    if (goesOn) await keep({ level, until: next, caps: capsOf(allowance) })
    return
  }
  await keep({ level, until: level === 'normal' ? act.now : next, caps: capsOf(allowance) })
  if (isAtLeast(before, level)) await releaseBudgetHeld(act, `network:${network}:${account}`)
  const cap = allowance[period] ?? 0
  await alarm(act, act.station.channels.alarms, `budget:${network}`, {
    ...NOTICE[level],
    facts: {
      network: NETWORK_LABEL[network],
      unit: allowance.unit,
      period,
      percent: Math.round(SAVE_FROM * 100),
      spent: spent[period],
      cap: level === 'empty' ? cap : Math.floor(cap * (1 - allowance.reserve)),
      next: momentText(act.station.language, act.station.zone, next),
    },
  })

  function keep(value: ToldLevel) {
    return set(act, budgetKey(network, account), JSON.stringify(value), null)
  }
}

const NOTICE: Record<Level, { notice: string }> = {
  normal: { notice: 'budget-back' },
  saving: { notice: 'budget-saving' },
  spent: { notice: 'budget-spent' },
  empty: { notice: 'budget-empty' },
}
