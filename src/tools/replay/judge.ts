import type { Played } from './play.ts'
import { isText, type Look } from './view.ts'

export type InVerdict = 'right' | 'lost' | 'doubled' | 'elsewhere' | 'disordered' | 'notPlayed'
export type OutVerdict = 'public' | 'refused' | 'missing' | 'doubled' | 'misplaced' | 'notPlayed'

export interface Verdict {
  in: Record<InVerdict, number>
  out: Record<OutVerdict, number>
  /** How often each reason was given for a refusal. */
  reasons: Record<string, number>
  /** Every row that is not right: its line in the file, its id, and what is wrong. */
  wrong: { line: number; id: string; verdict: InVerdict | OutVerdict; detail: string | null }[]
  right: boolean
}

/**
 * Judges a played recording by one last look from outside, whatever was seen on the way. A row of the public must
 * stand once, in its conversation's own thread, after the rows before it; one of ours must be public once, under what
 * it answers, or have been refused with a reason and not be public.
 */
export function judge(conversations: readonly Played[][], look: Look): Verdict {
  const verdict: Verdict = {
    in: { right: 0, lost: 0, doubled: 0, elsewhere: 0, disordered: 0, notPlayed: 0 },
    out: { public: 0, refused: 0, missing: 0, doubled: 0, misplaced: 0, notPlayed: 0 },
    reasons: {},
    wrong: [],
    right: true,
  }
  const blame = (played: Played, what: InVerdict | OutVerdict) => {
    verdict.wrong.push({ line: played.row.line, id: played.row.id, verdict: what, detail: played.failed })
  }
  const homes = new Map<string, number>()

  conversations.forEach((rows, index) => {
    const home = threadOf(rows, look)
    let last = -1
    for (const played of rows.filter(({ row }) => row.direction === 'in')) {
      const found = judgeIn(played, look, {
        home,
        last,
        owner: home === null ? index : claim(homes, home, index),
        index,
      })
      last = Math.max(last, found.place)
      verdict.in[found.verdict] += 1
      if (found.verdict !== 'right') blame(played, found.verdict)
    }
    for (const played of rows.filter(({ row }) => row.direction === 'out')) {
      const found = judgeOut(played, rows, look)
      verdict.out[found] += 1
      if (found === 'refused') verdict.reasons[played.refused ?? ''] = (verdict.reasons[played.refused ?? ''] ?? 0) + 1
      else if (found !== 'public') blame(played, found)
    }
  })
  verdict.right = verdict.wrong.length === 0
  return verdict
}

/** A thread belongs to the first conversation that is found in it; another one's rows there are elsewhere. */
function claim(homes: Map<string, number>, thread: string, index: number): number {
  const owner = homes.get(thread) ?? index
  homes.set(thread, owner)
  return owner
}

const threadOf = (rows: readonly Played[], look: Look): string | null =>
  rows.flatMap(({ row, external }) =>
    row.direction === 'in' && external !== null ? (look.standing.get(external) ?? []) : [],
  )[0]?.thread ?? null

function judgeIn(
  { external }: Played,
  look: Look,
  where: { home: string | null; last: number; owner: number; index: number },
): { verdict: InVerdict; place: number } {
  if (external === null) return { verdict: 'notPlayed', place: -1 }
  const [here, ...others] = look.standing.get(external) ?? []
  if (!here) return { verdict: 'lost', place: -1 }
  if (others.length > 0) return { verdict: 'doubled', place: here.place }
  if (here.thread !== where.home || where.owner !== where.index) return { verdict: 'elsewhere', place: -1 }
  return { verdict: here.place > where.last ? 'right' : 'disordered', place: here.place }
}

function judgeOut(played: Played, rows: readonly Played[], look: Look): OutVerdict {
  if (played.failed !== null) return 'notPlayed'
  const answered = publicParent(played, rows)
  const under = rows.flatMap(({ external }) => (external === null ? [] : [external]))
  const mine = look.posts.filter((post) => isText(post.text, played.row.text))
  const right = mine.filter((post) => post.inReplyTo === answered)
  if (right.length > 1 || (right.length === 1 && played.refused !== null)) return 'doubled'
  // The same words may rightly stand elsewhere, but then under another conversation's message.
  if (
    mine.some(
      (post) =>
        post.inReplyTo !== answered &&
        (post.inReplyTo === null || under.includes(post.inReplyTo)) &&
        !answersSo(post, rows),
    )
  )
    return 'misplaced'
  if (right.length === 1) return 'public'
  return played.refused === null ? 'missing' : 'refused'
}

/** Whether some row of this conversation is exactly this public answer. */
const answersSo = (post: { text: string; inReplyTo: string | null }, rows: readonly Played[]): boolean =>
  rows.some(
    (one) =>
      one.row.direction === 'out' && isText(post.text, one.row.text) && publicParent(one, rows) === post.inReplyTo,
  )

/** The id of what a row answers: the nearest above it that became public. */
function publicParent({ row }: Played, rows: readonly Played[]): string | null {
  const above = rows.find((one) => one.row.id === row.parent)
  return above ? (above.external ?? publicParent(above, rows)) : null
}
