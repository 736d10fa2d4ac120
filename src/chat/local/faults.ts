export const FAULT_KINDS = ['drop-after-accept', 'drop-before', '429', '500', 'slow'] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

/** A misfortune that befalls the station's next `times` calls; `writes` are open, post and revise, `reads` the rest. */
export interface Fault {
  kind: FaultKind
  on: 'writes' | 'reads' | 'all'
  times: number
  /** Seconds, for 429. */
  retryAfter: number
}

/** What a test can arrange. Kept in memory: a restart of the desk is a fresh start. */
export class Faults {
  #faults: Fault[] = []

  add(fault: Fault): void {
    this.#faults.push({ ...fault })
  }

  clear(): void {
    this.#faults = []
  }

  /** The fault that this call meets, used up once; faults strike in the order in which they were ordered. */
  strike(call: 'writes' | 'reads'): Fault | null {
    const fault = this.#faults.find((it) => it.on === 'all' || it.on === call)
    if (!fault) return null
    fault.times -= 1
    if (fault.times <= 0) this.#faults = this.#faults.filter((it) => it !== fault)
    return fault
  }
}
