/** What can go wrong between us and Graph. */
export type Fault =
  /** The line drops: before Graph took the call, or after. */
  | { kind: 'drop'; when: 'before' | 'after' }
  /** A 5xx with a page of HTML. */
  | { kind: 'status'; status: number; when: 'before' | 'after' }
  /** A documented error instead of an answer; the call was not taken. */
  | { kind: 'error'; code: number; subcode?: number }
  /** A 200 with something else than JSON, with `true` alone, or with nothing. */
  | { kind: 'html' | 'true' | 'empty' | 'half'; when: 'before' | 'after' }
  /** The answer comes after `ms` of the fake's clock. */
  | { kind: 'slow'; ms: number }
  /** No answer ever comes. */
  | { kind: 'silent'; when: 'before' | 'after' }

interface When {
  method?: 'GET' | 'POST' | 'DELETE'
  /** Part of the path, e.g. `/comments`. */
  path?: string
  /** How many times; without end where it is absent. */
  times?: number
  /** The chance that it happens, 0 to 1. */
  rate?: number
}
export type ForCall = Fault & When

export class Faults {
  readonly list: ForCall[] = []
  readonly counts: Record<string, number> = {}
  /** Replaced by a seeded one for runs that must be repeatable. */
  random: () => number = Math.random

  add(...faults: ForCall[]): void {
    this.list.push(...faults)
  }

  clear(): void {
    this.list.length = 0
  }

  take(method: string, path: string): ForCall | null {
    for (const fault of this.list) {
      if (fault.method !== undefined && fault.method !== method) continue
      if (fault.path !== undefined && !path.includes(fault.path)) continue
      if (fault.rate !== undefined && this.random() >= fault.rate) continue
      if (fault.times !== undefined && --fault.times <= 0) this.list.splice(this.list.indexOf(fault), 1)
      this.counts[fault.kind] = (this.counts[fault.kind] ?? 0) + 1
      return fault
    }
    return null
  }
}
