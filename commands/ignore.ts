import { ignore as shutOut, unignore, type Whom } from '../src/desk/ignore.ts'
import { ANSWERING } from '../src/desk/members.ts'
import { isNetwork } from '../src/model/network.ts'
import { Refused } from '../src/model/refused.ts'
import { commandWords } from '../src/wording/commands.ts'
import { languageOf, privately } from './answer.ts'
import type { Command } from './command.ts'
import { readNumber, splitWord } from './which-conversation.ts'

export const ignore: Command<{ off: boolean; whom: Whom }> = {
  name: 'ignore',
  usage: {
    nl: '/ignore @lezer [x, facebook of youtube], /ignore 12, of /ignore off @lezer',
    en: '/ignore @reader [x, facebook or youtube], /ignore 12, or /ignore off @reader',
  },
  summary: { nl: 'Laat iemand niet meer binnenkomen', en: 'Let nothing more of somebody in' },
  who: ANSWERING,
  parse(words, place) {
    const [first, behind] = splitWord(words)
    const off = first.toLowerCase() === 'off'
    const rest = off ? behind : words.trim()
    if (rest === '' && place.conversation !== null) return { off, whom: { conversation: place.conversation } }
    return { off, whom: readWhom(rest) }
  },
  async run(act, { off, whom }) {
    const say = commandWords(languageOf(act))
    if (off) return privately(say.unignored((await unignore(act, whom)).person.handle))
    const { person, closed } = await shutOut(act, whom)
    return privately(say.ignored(person.handle, closed))
  },
}

/** `@reader`, `@reader facebook`, or the number of a conversation with somebody. A handle may have spaces in it. */
function readWhom(text: string): Whom {
  const at = readNumber(text)
  if (at) return { conversation: at.conversation }
  if (!text.startsWith('@') || text.length < 2)
    throw new Refused('usage', { problem: 'person', found: text.slice(0, 40) })
  const words = text.slice(1).split(/\s+/)
  const network = words.at(-1)?.toLowerCase() ?? ''
  if (words.length > 1 && isNetwork(network)) return { handle: words.slice(0, -1).join(' '), network }
  return { handle: words.join(' ') }
}
