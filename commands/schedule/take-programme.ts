import { programmeCalled } from '../../src/desk/members.ts'
import type { Programme, Station } from '../../src/model/station.ts'
import { splitWord } from '../which-conversation.ts'

/** The programme at the head of the words, by its id or its whole name, between quotes or not; refuses an unknown one. */
export function takeProgramme(words: string, station: Station): { programme: Programme; rest: string } {
  const said = words.trimStart().replace(/^["“”]([^"“”]+)["“”]/u, '$1')
  const names = station.programmes.flatMap((programme) =>
    [programme.id, programme.name].map((name) => ({ programme, name })),
  )
  const named = names
    .filter(({ name }) => said.toLowerCase().startsWith(name.toLowerCase()) && /^(\s|$)/.test(said.slice(name.length)))
    .sort((a, b) => b.name.length - a.name.length)[0]
  if (named) return { programme: named.programme, rest: said.slice(named.name.length).trim() }
  const [first, rest] = splitWord(said)
  return { programme: programmeCalled(station, first), rest }
}
