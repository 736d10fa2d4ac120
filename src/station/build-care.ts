import type { Care, UrgentCare } from '../model/care.ts'
import { readPhrase } from '../model/words.ts'
import type { StationShape } from './shapes.ts'

type UrgentShape = NonNullable<StationShape['care']['despair']>

/** The word lists as they are looked for: of both languages at once. */
export function buildCare({ child, despair, threat, complaint }: StationShape['care']): Care {
  return {
    ...(child && { child: buildUrgent(child) }),
    ...(despair && { despair: buildUrgent(despair) }),
    ...(threat && { threat: buildUrgent(threat) }),
    ...(complaint && { complaint: { phrases: phrasesOf(complaint), route: complaint.route } }),
  }
}

const buildUrgent = ({ warn, words, protocol }: UrgentShape): UrgentCare => ({
  warn: [...new Set(warn)],
  phrases: phrasesOf({ words }),
  protocol,
})

const phrasesOf = ({ words }: Pick<UrgentShape, 'words'>) => [...words.nl, ...words.en].map(readPhrase)
