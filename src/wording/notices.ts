import type { Language } from '../model/station.ts'
import { careNotices } from './care.ts'
import { deliveryNotices } from './delivery.ts'
import { deskNotices } from './desk.ts'
import { inboundNotices } from './inbound-notices.ts'
import { moneyNotices } from './money-notices.ts'
import { platformTroubleNotices } from './platform-trouble.ts'
import { scheduleNotices } from './schedule.ts'
import { threadNotices } from './threads.ts'
import { accessNotices } from './token-notices.ts'

export type Facts = Record<string, string | number>
export type Sentences = Record<string, (facts: Facts) => string>

/** The sentence for a notice; the name itself where there is none, so that nothing is ever silent. */
export const noticeText = (language: Language, notice: string, facts: Facts = {}): string => {
  const all: Sentences = {
    ...deskNotices(language),
    ...deliveryNotices(language),
    ...scheduleNotices(language),
    ...threadNotices(language),
    ...platformTroubleNotices(language),
    ...inboundNotices(language),
    ...moneyNotices(language),
    ...accessNotices(language),
    ...careNotices(language),
  }
  return all[notice]?.(facts) ?? notice
}
