import { bilingual } from './bilingual.ts'
import type { Sentences } from './notices.ts'

/** What is said about replies on their way out. */
export const deliveryNotices = bilingual<Sentences>({ nl: {}, en: {} })
export const deliveryRefusals = bilingual<Sentences>({ nl: {}, en: {} })
