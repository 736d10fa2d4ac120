import type { CloseReason } from '../model/close-reason.ts'

/** How people write the reason for closing, in both languages whoever they are; longer ones first where one begins another. */
const words: Record<CloseReason, string[]> = {
  answered: ['answered', 'beantwoord'],
  'no-answer-needed': ['no answer needed', 'geen antwoord nodig'],
  spam: ['spam'],
  'passed-on': ['passed on', 'doorgegeven', 'doorgestuurd'],
  'could-not-help': ['could not help', 'niet kunnen helpen', 'konden we niet helpen', 'niet geholpen'],
}

const patterns = Object.entries(words).map(
  ([reason, spellings]) =>
    [
      reason as CloseReason,
      new RegExp(`^(?:${spellings.map((it) => it.replaceAll(' ', '[\\s-]+')).join('|')})(?![\\p{L}\\p{N}-])`, 'iu'),
    ] as const,
)
const BECAUSE = /^[\s:,;–-]*(?:(?:because|omdat|want)(?![\p{L}\p{N}])[\s:]*)?/iu

/** The reason at the beginning of a text and the explanation behind it; null where no reason stands there. */
export function readCloseReason(text: string): { reason: CloseReason; because: string } | null {
  for (const [reason, pattern] of patterns) {
    const found = pattern.exec(text)
    if (found) return { reason, because: text.slice(found[0].length).replace(BECAUSE, '').trim() }
  }
  return null
}
