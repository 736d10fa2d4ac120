import { safeParse, type z } from 'zod'
import { nearestOf } from '../model/nearest.ts'
import type { StationFaultWording } from '../wording/station-faults.ts'
import type { Place, Report } from './fault.ts'
import type { Path } from './place-of.ts'
import type { Source } from './read-source.ts'

/** A file whose shape was checked. `place` takes paths in `value`, which may lack list items that were faulty. */
export interface Shaped<T> {
  file: string
  /** The whole file, faults and all. */
  raw: unknown
  value: T
  place(path: Path): Place
}

type Block = Record<string, unknown>

/**
 * Checks a file against its shape and reports every fault. A faulty list item is then left out and any other faulty part
 * replaced by its `stopgap`, so that the checks between files still find what else is wrong; the station never starts
 * with what comes back then. Null where the file holds no block at all.
 */
export function checkShape<S extends z.ZodRawShape>(
  schema: z.ZodObject<S>,
  source: Source,
  stopgap: z.output<z.ZodObject<S>>,
  report: Report,
  wording: StationFaultWording,
): Shaped<z.output<z.ZodObject<S>>> | null {
  const whole = schema.safeParse(source.raw)
  if (whole.success) return { ...source, value: whole.data }
  for (const issue of whole.error.issues) reportIssue(issue, source, report, wording)
  if (!isBlock(source.raw)) return null

  const value: Block = { ...stopgap }
  const kept = new Map<PropertyKey, number[]>()
  for (const [key, rule] of Object.entries<z.core.$ZodType>(schema.shape)) {
    const part = withoutFaults(rule, source.raw[key])
    if (part === null) continue
    value[key] = part.value
    kept.set(key, part.kept)
  }
  const original = (path: Path) =>
    path[0] !== undefined && typeof path[1] === 'number'
      ? [path[0], kept.get(path[0])?.[path[1]] ?? path[1], ...path.slice(2)]
      : path
  return { ...source, value: value as z.output<z.ZodObject<S>>, place: (path) => source.place(original(path)) }
}

/** A part that follows its rule, for a list after its faulty items were left out; `kept` has the original indices. */
function withoutFaults(rule: z.core.$ZodType, raw: unknown): { value: unknown; kept: number[] } | null {
  const first = safeParse(rule, raw)
  if (first.success) return { value: first.data, kept: [] }
  if (!Array.isArray(raw)) return null
  const faulty = new Set(first.error.issues.map(({ path }) => path[0]))
  const kept = [...raw.keys()].filter((index) => !faulty.has(index))
  const second = safeParse(
    rule,
    kept.map((index): unknown => raw[index]),
  )
  return second.success ? { value: second.data, kept } : null
}

function reportIssue(issue: z.core.$ZodIssue, source: Source, report: Report, wording: StationFaultWording) {
  const [code, argument = ''] = splitOnce(issue.message)
  if (issue.code === 'unrecognized_keys') {
    const known = argument.split(', ')
    for (const key of issue.keys) {
      const nearest = nearestOf(key, known)
      const place = source.place([...issue.path, key])
      report(place, key, wording.codes.knownKey(argument), nearest && wording.nearest(nearest))
    }
    return
  }
  const fix = code === 'hashtag' ? wording.fixes.quoteHashtag : null
  report(source.place(issue.path), valueAt(source.raw, issue.path), allowed(code, argument, wording), fix)
}

function allowed(code: string, argument: string, { codes }: StationFaultWording): string {
  if (code === 'choice') return codes.choice(argument)
  const sentence = codes[code as keyof typeof codes]
  return typeof sentence === 'string' ? sentence : code
}

const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null && !Array.isArray(value)

const valueAt = (raw: unknown, path: Path) =>
  path.reduce<unknown>(
    (value, step) => (value instanceof Object ? (value as Record<PropertyKey, unknown>)[step] : undefined),
    raw,
  )

const splitOnce = (message: string): [string, string?] => {
  const colon = message.indexOf(':')
  return colon === -1 ? [message] : [message.slice(0, colon), message.slice(colon + 1)]
}
