import type { Logger } from 'pino'
import type { Content } from '../model/chat.ts'
import type { Refused } from '../model/refused.ts'
import type { Language } from '../model/station.ts'
import { refusalText } from '../wording/refusals.ts'

/** Refused for want of a right: somebody may look into these. */
const RIGHTS: readonly string[] = ['unknown-member', 'roles-unknown', 'no-right', 'may-not-send', 'not-your-draft']

export interface Refusal {
  platform: string
  event: { id?: string; kind: string; by: string; action?: string }
  refused: Refused
  language: Language
}

/** Tells the person who acted, and nobody else, why nothing happened; the log says who, what and why. */
export function refuse(log: Logger, { platform, event, refused, language }: Refusal): Content[] {
  const { id, kind, by, action } = event
  const { code, facts } = refused
  const line = { platform, event: id, kind, action, command: facts.command, by, code }
  if (RIGHTS.includes(code)) log.warn(line, 'refused')
  else log.info(line, 'refused')
  return [{ kind: 'private', text: refusalText(language, refused), about: { code } }]
}
