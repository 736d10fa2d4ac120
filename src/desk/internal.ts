import type { Act } from './act.ts'
import { isNamedInFull, personsIn } from './members.ts'

const NOTE = /^\s*(note|notitie)\s*:/i
const TO_US = /^\s*@schatkamer(?![\p{L}\p{N}_-])/iu

/** Whether a line begins as a note. */
export const isNote = (text: string): boolean => NOTE.test(text)

/** Whether a line is meant for colleagues or for us, never for the public: a note, a colleague named, a command. */
export const isInternal = (act: Act, text: string): boolean =>
  isNote(text) || TO_US.test(text) || namesColleague(act, text)

const namesColleague = ({ station }: Act, text: string): boolean => {
  const said = text.toLowerCase()
  return (
    personsIn(text).length > 0 ||
    [...station.members, ...station.partners].some((it) => said.includes(`@${it.id.toLowerCase()}`)) ||
    station.members.some((it) => isNamedInFull(it, text))
  )
}
