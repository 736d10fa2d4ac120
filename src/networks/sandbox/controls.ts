import type { NetworkName } from '../../model/network.ts'

export const FAULT_KINDS = ['drop-after-accept', 'drop-before', 'late-visible', '429', '500', 'slow', 'auth'] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

/** A misfortune that befalls our next `times` calls; `writes` are publish, retract, like and moderate, `reads` the rest. */
export interface Fault {
  network: NetworkName | null
  kind: FaultKind
  on: 'writes' | 'reads' | 'all'
  times: number
  /** Seconds, for 429. */
  retryAfter: number
}

/** What a test can arrange. Kept in memory: a restart of the sandbox is a fresh start. */
export class Controls {
  /** True where the rate quotas do not count; the rules of content always do. */
  lifted = false
  #faults: Fault[] = []

  add(fault: Fault): void {
    if (fault.times > 0) this.#faults.push({ ...fault })
  }

  clear(): void {
    this.#faults = []
  }

  /** The fault that this call meets, used up once; faults strike in the order in which they were ordered. */
  strike(network: NetworkName, call: 'writes' | 'reads'): Fault | null {
    const fault = this.#faults.find(
      (one) => (one.network === null || one.network === network) && (one.on === 'all' || one.on === call),
    )
    if (!fault) return null
    fault.times -= 1
    if (fault.times === 0) this.#faults = this.#faults.filter((one) => one !== fault)
    return fault
  }
}
