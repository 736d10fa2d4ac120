import { posix } from 'node:path'

/** One import as it stands in a file; `to` is a path from the root, or a package's name. */
export interface Import {
  from: string
  to: string
  typeOnly: boolean
}

const IMPORT =
  /^[ \t]*(?:import|export)\s+(type\s+)?((?:[\w*${}\s,]+?)\s+from\s+)?(['"])([^'"\n]+)\3|\bimport\(\s*(['"])([^'"\n]+)\5\s*\)/gm

export function importsOf(from: string, source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '')
  return [...code.matchAll(IMPORT)].map(([, type, names = '', , written, , dynamic]) => {
    const target = written ?? dynamic ?? ''
    const inner =
      /\{([^}]*)\}/
        .exec(names)?.[1]
        ?.split(',')
        .filter((it) => it.trim() !== '') ?? []
    const onlyTypes = inner.length > 0 && inner.every((it) => /^\s*type\s/.test(it)) && !/^\s*\w+\s*,/.test(names)
    const to = target.startsWith('.') ? posix.join(posix.dirname(from), target) : target
    return { from, to, typeOnly: type !== undefined || onlyTypes }
  })
}

interface Rule {
  /** Which files it is about; the first rule that fits a file holds for it. */
  of: RegExp
  /** What they may import of ours beside their own room, and what as a type only. */
  may: RegExp[]
  types?: RegExp[]
}

const MODEL = /^src\/model\//
const STORE = /^src\/store\//
const DESK = /^src\/desk\//
const WORDING = /^src\/wording\//
const COMMANDS = /^commands\//
const PORTS = /^src\/(networks\/network|chat\/chat)\.ts$/
const DOOR = /^src\/web\/(loopback|language)\.ts$/
const CLOCK = /^src\/system-clock\.ts$/
const OUTBOX = /^src\/(bell|deliver|airing)\.ts$|^src\/(deliver|airing|inbound)\//

/** Who may import whom; what is named nowhere may import everything: main, start and the tools. */
const RULES: readonly Rule[] = [
  { of: MODEL, may: [MODEL] },
  { of: STORE, may: [STORE, MODEL] },
  { of: WORDING, may: [WORDING, MODEL] },
  { of: DESK, may: [DESK, STORE, MODEL, WORDING] },
  { of: COMMANDS, may: [COMMANDS, DESK, MODEL, WORDING] },
  // A stand-in asks who is there as the station's own pages do, and as a process of its own it brings the clock.
  { of: /^src\/networks\//, may: [/^src\/networks\/[^/]+\.ts$/, MODEL, WORDING, DOOR, CLOCK] },
  { of: /^src\/chat\//, may: [/^src\/chat\/[^/]+\.ts$/, MODEL, WORDING, DOOR, CLOCK] },
  {
    of: /^src\/intake(\.ts$|\/)/,
    may: [/^src\/(roster\.ts$|intake\/)/, COMMANDS, DESK, STORE, MODEL, WORDING],
    types: [PORTS],
  },
  { of: /^src\/purse(\.ts$|\/)/, may: [/^src\/purse\//, STORE, MODEL], types: [PORTS] },
  { of: /^src\/probe\.ts$/, may: [DESK, STORE, MODEL], types: [PORTS] },
  { of: /^src\/roster\.ts$/, may: [STORE, MODEL], types: [PORTS] },
  {
    of: /^src\/(inbound|recheck|airing|deliver|sweep|bell)\.ts$|^src\/(inbound|deliver|airing)\//,
    may: [OUTBOX, DESK, STORE, MODEL, WORDING],
    types: [PORTS],
  },
  { of: /^src\/station\//, may: [/^src\/station\//, MODEL, WORDING] },
  { of: /^src\/web\//, may: [/^src\/web\//, STORE, MODEL, WORDING], types: [PORTS] },
  { of: /^src\/restore\.ts$/, may: [STORE, MODEL, WORDING] },
  { of: /^src\/config(\.ts$|\/)/, may: [/^src\/config\//, MODEL, WORDING] },
  { of: /^src\/(lock|log|log-safety|system-clock)\.ts$/, may: [/^src\/log-safety\.ts$/, MODEL, WORDING] },
]

/** The room of an adapter is its folder; two adapters never know each other. */
const roomOf = (path: string): string | null => /^src\/(?:networks|chat)\/[^/]+\//.exec(path)?.[0] ?? null

/** Everything in `files` (paths from the root, with their source) that imports what it may not. */
export function violations(files: ReadonlyMap<string, string>): string[] {
  return [...files]
    .flatMap(([path, source]) => importsOf(path, source))
    .filter((it) => !isAllowed(it))
    .map(({ from, to, typeOnly }) => `${from} imports ${to}${typeOnly ? ' (a type)' : ''}`)
}

function isAllowed({ from, to, typeOnly }: Import): boolean {
  if (/^src\/(main|start)\.ts$/.test(to)) return from === 'src/main.ts'
  if (!/^(src|commands)\//.test(to)) return !MODEL.test(from) || isPure(to)
  const rule = RULES.find(({ of }) => of.test(from))
  if (!rule) return true
  const room = roomOf(from)
  if (room !== null && to.startsWith(room)) return true
  return rule.may.some((it) => it.test(to)) || (typeOnly && (rule.types ?? []).some((it) => it.test(to)))
}

/** The model does no input or output: of packages it may only have what calculates. */
const isPure = (to: string): boolean => /^(date-fns|@date-fns\/tz|fastest-levenshtein|node-cron)(\/|$)/.test(to)
