/** At most `limit` UTF-16 units, cut between letters with "…" where it is longer. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text
  let cut = ''
  for (const { segment } of new Intl.Segmenter('nl', { granularity: 'grapheme' }).segment(text.slice(0, limit))) {
    if (cut.length + segment.length > limit - 1) break
    cut += segment
  }
  return `${cut}…`
}
