/** A moment as Graph writes it: 2027-01-11T08:00:00+0000. */
export const graphTime = (ms: number): string => new Date(ms).toISOString().replace(/\.\d{3}Z$/, '+0000')

/** A moment as it may be given in `since` and `until`: seconds since 1970, or a date. Null where it is neither. */
export function momentOf(text: string): number | null {
  if (/^\d{9,11}$/.test(text)) return Number(text) * 1_000
  const ms = Date.parse(text)
  return /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(ms) ? ms : null
}
