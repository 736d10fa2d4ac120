import { closest, distance } from 'fastest-levenshtein'

/** The known name that somebody probably meant, or null where none is near. */
export function nearestOf(name: string, known: readonly string[]): string | null {
  if (known.length === 0) return null
  const nearest = closest(name, known)
  return distance(name, nearest) <= Math.max(2, nearest.length / 3) ? nearest : null
}
