/** Whose posts a text is split for: how long each may be, how the network counts, and how many there may be. */
export interface PartLimits {
  max: number
  measure(text: string): number
  parts: number
}

/** A place where a text may be cut: what goes before `end` stays, what begins at `next` follows. */
interface Cut {
  end: number
  next: number
  /** 3 after a paragraph, 2 after a sentence, 1 between words, 0 within what has no spaces, between its words or signs. */
  rank: 0 | 1 | 2 | 3
}

/** Links, hashtags, handles and prices: cut in two they are something else. Han and kana go on behind a link without a space. */
const WHOLE =
  /(?:https?:\/\/|www\.)[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:\/[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]*)?|[#＃@＠$][\p{L}\p{M}\p{N}_.·]+/gu
/** White space that may be a line's end; a no-break space may not. */
const GAP = /[^\S\u00a0\u202f\u2060]+/gu

/**
 * A text as the posts that it goes out in: itself where it fits, else up to `parts` pieces, each with its number behind
 * it (` 2/3`) and no longer than `max`. Cut after a paragraph, a sentence or a word; only what has no spaces is cut
 * within, never in a link, a hashtag or a sign. Nothing is lost but the white space at the cuts. Null: it does not fit.
 */
export function threadParts(text: string, limits: PartLimits): string[] | null {
  const { max, measure, parts } = limits
  if (measure(text) <= max) return [text]
  if (parts < 2 || measure(text) > max * parts) return null
  const whole = text.trim()
  const cuts = cutsOf(whole, max, measure)
  for (const choose of [best, last])
    for (const most of [Math.min(parts, 9), parts]) {
      const pieces = split(whole, cuts, choose, (piece) => measure(piece + counter(most, most)) <= max, most)
      if (pieces) return pieces.map((piece, i) => piece + counter(i + 1, pieces.length))
    }
  return null
}

/** Whether a text may go out on a network, as one post or as a thread. */
export const fits = (text: string, limits: PartLimits): boolean => threadParts(text, limits) !== null

const counter = (part: number, of: number): string => ` ${part}/${of}`

function split(
  text: string,
  cuts: readonly Cut[],
  choose: (fitting: readonly Cut[], start: number) => Cut | undefined,
  takes: (piece: string) => boolean,
  most: number,
): string[] | null {
  const pieces: string[] = []
  let start = 0
  let at = 0
  while (start < text.length) {
    let to = at
    while (to < cuts.length && takes(text.slice(start, cuts[to]?.end))) to++
    const cut = to === cuts.length ? cuts[to - 1] : choose(cuts.slice(at, to), start)
    if (cut === undefined || pieces.length === most) return null
    pieces.push(text.slice(start, cut.end))
    start = cut.next
    while ((cuts[at]?.end ?? Number.POSITIVE_INFINITY) <= cut.end) at++
  }
  return pieces
}

/** The end of a paragraph, or else of a sentence, where more than half of what fits stands before it. */
function best(fitting: readonly Cut[], start: number): Cut | undefined {
  const half = start + ((fitting.at(-1)?.end ?? start) - start) / 2
  const late = fitting.filter(({ end }) => end > half)
  return late.reduce<Cut | undefined>((found, cut) => (found && found.rank > cut.rank ? found : cut), undefined)
}

/** The last that fits, where a text is too long for anything finer. */
const last = (fitting: readonly Cut[]): Cut | undefined => fitting.at(-1)

/** Every place where a text may be cut, in order; its end is the last. */
function cutsOf(text: string, max: number, measure: (text: string) => number): Cut[] {
  const sentences = starts(text, 'sentence')
  const cuts: Cut[] = []
  let run = 0
  const within = (end: number) => {
    if (measure(text.slice(run, end)) > max / 2) cuts.push(...cutsWithin(text.slice(run, end), run))
  }
  for (const gap of text.matchAll(GAP)) {
    const end = gap.index
    const next = end + gap[0].length
    within(end)
    cuts.push({ end, next, rank: /\n[^\S\n]*\r?\n/.test(gap[0]) ? 3 : sentences.has(next) ? 2 : 1 })
    run = next
  }
  within(text.length)
  cuts.push({ end: text.length, next: text.length, rank: 3 })
  return cuts
}

/** Between the signs of a long run without spaces, but for what must stay whole. */
function cutsWithin(run: string, offset: number): Cut[] {
  const words = starts(run, 'word')
  const whole = [...run.matchAll(WHOLE)].map((it) => [it.index, it.index + it[0].length] as const)
  const free = [...starts(run, 'grapheme')].filter((at) => at > 0 && !whole.some(([from, to]) => from < at && at < to))
  const between = free.filter((at) => words.has(at))
  // Where a language has words without spaces between them, only there; else anywhere.
  return (between.length > free.length / 8 ? between : free).map((at) => ({
    end: offset + at,
    next: offset + at,
    rank: 0,
  }))
}

const starts = (text: string, granularity: 'sentence' | 'word' | 'grapheme'): Set<number> =>
  new Set([...new Intl.Segmenter('nl', { granularity }).segment(text)].map(({ index }) => index))
