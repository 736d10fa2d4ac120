/** A part of what somebody types that Slack's composer draws as one: a run of lines of the same kind. */
export interface Paragraph {
  kind: 'section' | 'quote' | 'preformatted' | 'bullet' | 'ordered'
  /** For a list each line is an item; its mark is gone. */
  lines: string[]
  /** The number of a numbered list's first item. */
  first?: number
}

const MARKS: [Paragraph['kind'], RegExp][] = [
  ['quote', /^> ?/],
  ['bullet', /^[-*•] +/],
  ['ordered', /^\d+\. +/],
]

/** Quotes, lists and fenced code, as the composer makes them of marks at the beginning of a line. */
export function paragraphs(typed: string): Paragraph[] {
  const parts: Paragraph[] = []
  // The line breaks around a fence belong to it.
  for (const [index, stretch] of typed.split(/\n?```\n?/).entries()) {
    if (index % 2 === 1) parts.push({ kind: 'preformatted', lines: [stretch] })
    else if (stretch !== '') parts.push(...inLines(stretch))
  }
  return parts.length > 0 ? parts : [{ kind: 'section', lines: [''] }]
}

function inLines(stretch: string): Paragraph[] {
  const parts: Paragraph[] = []
  for (const line of stretch.split('\n')) {
    const [kind, mark] = MARKS.find(([, mark]) => mark.test(line)) ?? ['section', /^/]
    const last = parts.at(-1)
    if (last?.kind === kind) last.lines.push(line.replace(mark, ''))
    else
      parts.push({
        kind,
        lines: [line.replace(mark, '')],
        ...(kind === 'ordered' && { first: Number.parseInt(line, 10) }),
      })
  }
  return parts
}
