import type { Refused } from '../model/refused.ts'
import type { Language } from '../model/station.ts'
import { deliveryRefusals } from './delivery.ts'
import { deskRefusals } from './desk.ts'
import type { Sentences } from './notices.ts'
import { scheduleRefusals } from './schedule.ts'

/** The sentence for a refusal, with what is allowed and how to mend it. */
export const refusalText = (language: Language, refused: Refused): string => {
  const all: Sentences = { ...deskRefusals(language), ...deliveryRefusals(language), ...scheduleRefusals(language) }
  return all[refused.code]?.(refused.facts) ?? refused.message
}
