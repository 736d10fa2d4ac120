import { readFileSync, statSync } from 'node:fs'
import type { StationFaultWording } from '../wording/station-faults.ts'
import type { Place, Report } from './fault.ts'

const MEGABYTE = 1024 * 1024
const LARGEST = 32 * MEGABYTE

/** The text of a file, or null where it was reported: no file, not readable, too large, not UTF-8. */
export function readText(whole: Place, report: Report, wording: StationFaultWording): string | null {
  const refuse = (found: unknown, allowed: string, fix?: string) => {
    report(whole, found, allowed, fix)
    return null
  }
  try {
    const stat = statSync(whole.file)
    if (!stat.isFile()) return refuse(undefined, wording.codes.file, wording.fixes.permissions)
    if (stat.size > LARGEST)
      return refuse(`${Math.ceil(stat.size / MEGABYTE)} MB`, wording.codes.size(LARGEST / MEGABYTE))
    const bytes = readFileSync(whole.file)
    return decode(bytes) ?? refuse('bytes', wording.codes.utf8, wording.fixes.save)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : String(error)
    return refuse(code, wording.codes.file, wording.fixes.permissions)
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
