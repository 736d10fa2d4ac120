import { type Allowance, dayOf, isAtLeast, type Level, levelOf, type Spent } from '../model/allowance.ts'
import type { NetworkName } from '../model/network.ts'
import { setting } from '../store/settings.ts'
import { spentOn } from '../store/spending.ts'
import type { Act } from './act.ts'

/** What the team was told of a network's money, kept in the store under `budgetKey`. */
export interface ToldLevel {
  level: Level
  /** Until when, UTC ms, it can only become worse: then the day or the month that it was about is over. */
  until: number
  /** The caps that it was about; with other ones it counts no longer. */
  caps: string
}

export interface Budget {
  allowance: Allowance
  spent: Spent
  level: Level
  /** Null where the team was told nothing that still stands. */
  told: ToldLevel | null
}

export const budgetKey = (network: NetworkName, account: string): string => `budget:${network}:${account}`
export const capsOf = ({ day, month, reserve }: Allowance): string => JSON.stringify([day, month, reserve])

/** What may be spent on a network and what was; null while the sandbox plays it, for that costs nothing. */
export async function budgetOf(act: Act, network: NetworkName): Promise<Budget | null> {
  const facts = act.networks.get(network)
  if (!facts?.live) return null
  const { allowance } = act.station.networks[network]
  const spent = await spentOn(act.tx, { network, account: facts.account }, dayOf(allowance, act.now))
  const kept = await setting(act.tx, budgetKey(network, facts.account))
  const told = kept === null ? null : (JSON.parse(kept) as ToldLevel)
  return { allowance, spent, level: levelOf(allowance, spent), told }
}

/** How a network stands at this moment; what was refused for want of room counts until its day or month is over. */
export function standingLevel(act: Act, { allowance, level, told }: Budget): Level {
  const stands = told !== null && act.now < told.until && told.caps === capsOf(allowance)
  return stands && isAtLeast(told.level, level) ? told.level : level
}

/** How a network stands at this moment; `normal` where it costs nothing. */
export async function levelOn(act: Act, network: NetworkName): Promise<Level> {
  const budget = await budgetOf(act, network)
  return budget ? standingLevel(act, budget) : 'normal'
}
