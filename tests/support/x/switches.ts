import type { ForCall } from '../slack/faults.ts'
import type { FakeX } from './fake.ts'
import type { Rules } from './rules.ts'

/** What runs from outside may look at. */
export function looksOf(x: FakeX) {
  return {
    about: () => ({ url: x.url, me: x.me, ...x.credentials }),
    /** How often each post of ours was taken; more than once is a double. */
    taken: (text: string, target: string | null = null) => x.journal.taken(text, target),
    doubled: () => x.journal.doubled(),
    blind: () => x.journal.blind,
    resent: () => x.journal.resent,
    violations: () => [...x.journal.violations, ...x.broken.map(String)],
    requests: (last = 100) => x.journal.requests.slice(-last),
    overruns: () => x.limits.overruns,
    costs: () => ({ total: x.costs.total, by: x.costs.by }),
    faultCounts: () => x.faults.counts,
    refusals: () => x.keys.refusals,
    directs: () => x.state.directs.all.filter(({ deleted }) => !deleted),
    deliveries: (last = 100) => x.webhooks.sent.slice(-last),
  }
}

/** What they may switch. */
export function switchesOf(x: FakeX) {
  return {
    fault: (...faults: ForCall[]) => x.faults.add(...faults),
    clearFaults: () => x.faults.clear(),
    /** Makes chance repeatable. */
    seed: (seed: number) => {
      let state = seed >>> 0
      x.faults.random = () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        return state / 2 ** 32
      }
    },
    cuts: (times: number) => {
      x.cuts = times
    },
    limits: (on: boolean) => {
      x.limits.on = on
    },
    rules: (rules: Partial<Rules>) => Object.assign(x.rules, rules),
    lag: (ms: number) => {
      x.state.lag = ms
    },
    tellsDeletionsOfOthers: (tells: boolean) => {
      x.tellsDeletionsOfOthers = tells
    },
    /** Many at once, for load: their ids. */
    writesMany: (posts: [username: string, text: string][]) => posts.map(([who, text]) => x.writes(who, text).id),
  }
}
