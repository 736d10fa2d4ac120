/** What can go wrong on the way, switchable at any moment. Those of calls are taken up in the order they were added. */
export type CallFault =
  /** The line drops: before Slack took the call, or after. */
  | { kind: 'drop'; when: 'before' | 'after' }
  | { kind: 'status'; status: number; when: 'before' | 'after' }
  | { kind: 'limited'; retryAfter: number }
  | { kind: 'garbage'; when: 'before' | 'after' }
  /** The call is taken after `ms` of the fake's clock. */
  | { kind: 'slow'; ms: number }
export type EventFault =
  /** Sent twice, at once. */
  | { kind: 'twice' }
  /** Sent again although it was acknowledged. */
  | { kind: 'again' }
  /** The acknowledgement gets lost, so it comes again as after a timeout. */
  | { kind: 'ack-lost' }

interface When {
  /** How many times; without end where it is absent. */
  times?: number
  /** The chance that it happens, 0–1; always where it is absent. */
  rate?: number
}
export type ForCall = CallFault & When & { method?: string }
export type ForEvent = EventFault & When & { event?: string }

export class Faults {
  readonly calls: ForCall[] = []
  readonly events: ForEvent[] = []
  /** Replaced by a seeded one for runs that must be repeatable. */
  random: () => number = Math.random
  /** How often each happened. */
  readonly counts: Record<string, number> = {}

  add(...faults: ForCall[]): void {
    this.calls.push(...faults)
  }

  addForEvents(...faults: ForEvent[]): void {
    this.events.push(...faults)
  }

  clear(): void {
    this.calls.length = 0
    this.events.length = 0
  }

  /** The seconds of a 429 that this call is to get, or 0. */
  limited(method: string): number {
    const fault = this.#take(this.calls, ({ kind, method: only }) => kind === 'limited' && (!only || only === method))
    return fault?.kind === 'limited' ? fault.retryAfter : 0
  }

  forCall(method: string): ForCall | null {
    return this.#take(this.calls, ({ kind, method: only }) => kind !== 'limited' && (!only || only === method))
  }

  forEvent(event: string, kind: EventFault['kind']): boolean {
    return this.#take(this.events, (fault) => fault.kind === kind && (!fault.event || fault.event === event)) !== null
  }

  #take<T extends When & { kind: string }>(list: T[], fits: (fault: T) => boolean): T | null {
    for (const fault of list) {
      if (!fits(fault) || (fault.rate !== undefined && this.random() >= fault.rate)) continue
      if (fault.times !== undefined && --fault.times <= 0) list.splice(list.indexOf(fault), 1)
      this.counts[fault.kind] = (this.counts[fault.kind] ?? 0) + 1
      return fault
    }
    return null
  }
}
