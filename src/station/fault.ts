import type { StationFaultWording } from '../wording/station-faults.ts'

/** Where in a file something stands; `key` reads `slots[0].from`, and is empty for the file as a whole. */
export interface Place {
  file: string
  line: number
  column: number
  key: string
}

/** One thing that is wrong in a file of the station. `found` and `allowed` are parts of the printed sentence. */
export interface Fault extends Place {
  found: string
  allowed: string
  /** What to do about it, as a sentence of its own, where that is not plain from `allowed`. */
  fix: string | null
}

/** Takes note of a fault; `found` is the value as the file has it, undefined where there is none. */
export type Report = (place: Place, found: unknown, allowed: string, fix?: string | null) => void

/** Every fault in the station's files, in the order of file and line. Its message has one line for each. */
export class StationFaults extends Error {
  readonly code = 'station-faults'
  readonly faults: Fault[]
  constructor(faults: Fault[], wording: StationFaultWording) {
    const sorted = faults.toSorted((a, b) =>
      a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1,
    )
    super(sorted.map((fault) => printFault(fault, wording)).join('\n'))
    this.name = 'StationFaults'
    this.faults = sorted
  }
}

/** `file:line: key: found …; allowed is …`, and the fix where there is one. */
export const printFault = (fault: Fault, wording: StationFaultWording) =>
  `${fault.file}:${fault.line}: ${fault.key ? `${fault.key}: ` : ''}` +
  `${wording.found} ${fault.found}; ${wording.allowed} ${fault.allowed}${fault.fix ? `. ${fault.fix}` : ''}`

const LONGEST_FOUND = 80

/** A value as it is shown in a fault: JSON, cut when long, control and direction characters escaped. */
export const showFound = (value: unknown, nothing: string) => {
  if (value === undefined || value === null) return nothing
  const json = JSON.stringify(value).replace(/\p{C}/gu, (c) => `\\u${c.codePointAt(0)!.toString(16).padStart(4, '0')}`)
  return json.length > LONGEST_FOUND ? `${json.slice(0, LONGEST_FOUND)}…` : json
}
