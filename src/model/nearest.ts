import { closest, distance } from 'fastest-levenshtein'

/** The known name that somebody probably meant, whatever its capitals; null where none is near. */
export function nearestOf(name: string, known: readonly string[]): string | null {
  if (known.length === 0) return null
  const said = name.toLowerCase()
  const nearest = closest(
    said,
    known.map((it) => it.toLowerCase()),
  )
  if (distance(said, nearest) > Math.max(2, nearest.length / 3)) return null
  return known.find((it) => it.toLowerCase() === nearest) ?? null
}
