import type { Act } from '../src/desk/act.ts'
import type { Content } from '../src/model/chat.ts'
import type { Language } from '../src/model/station.ts'
import type { Answer } from './command.ts'

/** The language of whoever acts; the station's where nobody does. */
export const languageOf = (act: Act): Language => act.by?.language ?? act.station.language

/** One private line, with whatever stands under it. */
export const privately = (text: string, under: Omit<Content, 'kind' | 'text'> = {}): Answer => [
  { kind: 'private', text, ...under },
]
