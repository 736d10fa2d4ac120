import type { Asked, Evidence, Line, Written } from '../evidence.ts'
import { bears, messageMarks } from '../marker.ts'

export interface ReplyCount {
  asked: number
  accepted: number
  public: number
  /** How many stand before a person, by the reason that the person reads. */
  beforePerson: Map<string, number>
  lost: string[]
  doubled: string[]
  /** Public, but under another message than the one it answers. */
  misplaced: string[]
  /** Its line stands above the message that it answers. */
  early: string[]
  /** The line in the thread says something else than what the public sees. */
  contradicted: string[]
}

export function countReplies(
  { asked, seen, threads, written, told, flat }: Evidence,
  branch: Map<string, string>,
): ReplyCount {
  const byId = new Map(written.map((it) => [it.id, it]))
  const numbers = new Map(told.map((it) => [it.id, it.number]))
  const count: ReplyCount = {
    asked: asked.length,
    accepted: asked.filter((it) => it.accepted).length,
    public: 0,
    beforePerson: new Map(),
    lost: [],
    doubled: [],
    misplaced: [],
    early: [],
    contradicted: [],
  }
  const before = (reason: string) => count.beforePerson.set(reason, (count.beforePerson.get(reason) ?? 0) + 1)
  for (const reply of asked) {
    const out = seen.filter((it) => bears(it.text, reply.mark))
    const lines = linesOf(threads, reply.mark)
    const [line] = lines
    if (out.length > 1) count.doubled.push(`${reply.mark} is public ${out.length} times`)
    if (lines.length > 1) count.doubled.push(`${reply.mark} has ${lines.length} lines at the desk`)
    if (line && isEarly(line, numbers.get(reply.answers))) count.early.push(`${reply.mark} stands above its question`)
    if (out.length > 0) {
      count.public += 1
      if (!isInPlace(out[0]?.inReplyTo ?? '', reply, byId, branch, flat))
        count.misplaced.push(`${reply.mark} hangs under ${out[0]?.inReplyTo}, answers ${reply.answers}`)
      if (line?.line.says !== 'out') count.contradicted.push(`${reply.mark} is public; ${said(line?.line)}`)
    } else if (line?.line.says === 'person') before(reasonOf(line.line))
    else if (line) count.lost.push(`${reply.mark} is not public; ${said(line.line)}`)
    else if (reply.refused !== null) before(`refused at once: ${reply.refused}`)
    else if (reply.accepted) count.lost.push(`${reply.mark} was accepted and is nowhere`)
  }
  return count
}

interface Placed {
  line: Line
  above: Line[]
  below: Line[]
}

const linesOf = (threads: Evidence['threads'], mark: string): Placed[] =>
  threads.flatMap(({ lines }) =>
    lines.flatMap((line, at) =>
      line.kind === 'reply' && bears(line.text, mark)
        ? [{ line, above: lines.slice(0, at), below: lines.slice(at + 1) }]
        : [],
    ),
  )

const isEarly = ({ above, below }: Placed, question: number | undefined): boolean => {
  const shows = (lines: Line[]) => lines.some((it) => messageMarks(it.text).some((mark) => mark.number === question))
  return !shows(above) && shows(below)
}

/** Right under its message; where the network is flat, under the comment at the top of the branch. */
function isInPlace(
  under: string,
  { answers, loosely }: Asked,
  written: Map<string, Written>,
  branch: Map<string, string>,
  flat: readonly string[],
): boolean {
  if (flat.includes(written.get(answers)?.network ?? '')) return under === branch.get(answers)
  return loosely ? branch.get(under) === branch.get(answers) : under === answers
}

const said = (line: Line | undefined): string => (line ? `the desk says: ${line.headline}` : 'the desk says nothing')

/** The reason alone, so that the same reason counts together whoever it was told. */
const reasonOf = (line: Line): string => line.headline.split(': ').slice(1).join(': ') || line.headline
