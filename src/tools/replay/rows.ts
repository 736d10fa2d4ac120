import { z } from 'zod'
import type { ReplayWording } from '../../wording/replay.ts'

const ROW = z.object({
  id: z.string().min(1),
  conversation: z.string().min(1),
  in_reply_to: z.string().min(1).nullable(),
  at: z.iso.datetime({ offset: true }).nullable(),
  direction: z.enum(['in', 'out']),
  author: z.string().min(1),
  text: z.string().min(1),
})

/** One recorded message. `at` is UTC milliseconds, null where it came right after what it answers. */
export interface Row {
  line: number
  id: string
  conversation: string
  parent: string | null
  at: number | null
  direction: 'in' | 'out'
  author: string
  text: string
}

export interface Recording {
  /** Rows of one conversation, each after the one that it answers. */
  conversations: Row[][]
  rows: number
  /** How many rows repeated an id that had come before. */
  repeated: number
  /** A sentence for each row that cannot be played, with its line number. */
  faults: string[]
}

/** Reads a recording, one JSON object a line. It reports all faults at once and throws for none. */
export function readRows(content: string, say: ReplayWording): Recording {
  const known = new Map<string, Row>()
  const conversations = new Map<string, Row[]>()
  const faults: string[] = []
  let repeated = 0
  for (const [index, text] of content.split('\n').entries()) {
    if (text.trim() === '') continue
    const line = index + 1
    const row = readRow(text, line, say)
    if (typeof row === 'string') {
      faults.push(say.badRow(line, row))
      continue
    }
    const twin = known.get(row.id)
    if (twin && isSame(twin, row)) {
      repeated += 1
      continue
    }
    const fault = twin ? say.conflict(row.id) : placeFault(row, known, say)
    if (fault !== null) {
      faults.push(say.badRow(line, fault))
      continue
    }
    known.set(row.id, row)
    conversations.set(row.conversation, [...(conversations.get(row.conversation) ?? []), row])
  }
  return { conversations: [...conversations.values()], rows: known.size, repeated, faults }
}

function readRow(text: string, line: number, say: ReplayWording): Row | string {
  const result = ROW.safeParse(parse(text))
  if (result.success) {
    const { id, conversation, in_reply_to, at, direction, author, text } = result.data
    return {
      line,
      id,
      conversation,
      parent: in_reply_to,
      at: at === null ? null : Date.parse(at),
      direction,
      author,
      text,
    }
  }
  const issue = result.error.issues[0]
  return issue?.path.length ? say.badKey(issue.path.join('.'), issue.message) : say.notJson
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isSame = (one: Row, other: Row) => JSON.stringify({ ...one, line: 0 }) === JSON.stringify({ ...other, line: 0 })

function placeFault(row: Row, known: ReadonlyMap<string, Row>, say: ReplayWording): string | null {
  if (row.parent === null) return row.direction === 'out' ? say.firstOut : null
  return known.get(row.parent)?.conversation === row.conversation ? null : say.noParent(row.parent)
}
