import { type Document, LineCounter, parseDocument, visit } from 'yaml'
import type { StationFaultWording } from '../wording/station-faults.ts'
import type { Place, Report } from './fault.ts'
import { offsetOf, type Path, showPath } from './place-of.ts'
import { readText } from './read-text.ts'

/** A YAML file that could be read: its plain value, and where each key of it stands. */
export interface Source {
  file: string
  raw: unknown
  place(path: Path): Place
}

const MOST_ALIASES = 100

/** Reads a YAML file and keeps the place of every key. Reports what is wrong and returns null where it cannot be used. */
export function readSource(file: string, report: Report, wording: StationFaultWording): Source | null {
  const whole: Place = { file, line: 1, column: 1, key: '' }
  const refuse = (place: Place, found: unknown, allowed: string) => {
    report(place, found, allowed)
    return null
  }
  const text = readText(whole, report, wording)
  if (text === null) return null

  const lines = new LineCounter()
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), key: '' }
  }
  // The parser recurses: thousands of nested brackets end in a RangeError, which is a fault of the file.
  const document = attempt(() => parseDocument(text, { lineCounter: lines, prettyErrors: false }))
  if (document instanceof Error) return refuse(whole, document.message, wording.codes.yaml)
  for (const problem of [...document.errors, ...document.warnings])
    report(at(problem.pos[0]), lineAt(text, problem.pos[0]), wording.codes.yaml, problem.message)
  if (document.errors.length > 0) return null

  const raw: unknown = attempt(() => document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown)
  if (raw instanceof Error) return refuse(at(unresolvedAlias(document)), raw.message, wording.codes.aliases)
  if (raw === null || raw === undefined) return refuse(whole, undefined, wording.codes.content)
  return { file, raw, place: (path) => ({ ...at(offsetOf(document, path)), key: showPath(path) }) }
}

function attempt<T>(act: () => T): T | Error {
  try {
    return act()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function unresolvedAlias(document: Document): number {
  let offset = 0
  visit(document, {
    Alias: (_key, node) => {
      if (node.resolve(document) !== undefined) return undefined
      offset = node.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return offset
}

/** The line that an offset falls in, without its indentation. */
const lineAt = (text: string, offset: number) => {
  const start = text.lastIndexOf('\n', Math.max(offset - 1, 0)) + 1
  const end = text.indexOf('\n', start)
  return text.slice(start, end === -1 ? undefined : end).trim() || undefined
}
