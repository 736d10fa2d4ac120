import type { Act } from '../src/desk/act.ts'
import { ANSWERING } from '../src/desk/members.ts'
import { reply } from '../src/desk/reply.ts'
import { addSnippet, removeSnippet, snippetCalled, snippets } from '../src/desk/snippets.ts'
import { Refused } from '../src/model/refused.ts'
import { commandWords } from '../src/wording/commands.ts'
import { languageOf, privately } from './answer.ts'
import type { Answer, Command, Place } from './command.ts'
import { heldAnswer } from './held.ts'
import { type Addressed, onlyConversation, splitWord } from './which-conversation.ts'

type Input =
  | { kind: 'list' }
  | { kind: 'show'; name: string }
  | { kind: 'send'; name: string; at: Addressed }
  | { kind: 'add'; name: string; text: string }
  | { kind: 'remove'; name: string }

export const snippet: Command<Input> = {
  name: 'snippet',
  usage: {
    nl: '/snippet list, /snippet naam 12, /snippet add naam tekst, of /snippet remove naam',
    en: '/snippet list, /snippet name 12, /snippet add name text, or /snippet remove name',
  },
  summary: { nl: 'Antwoord met een tekst die klaarligt', en: 'Answer with a ready-made text' },
  who: ANSWERING,
  parse: read,
  run,
}

function read(words: string, place: Place): Input {
  const [first, rest] = splitWord(words)
  const [name, text] = splitWord(rest)
  switch (first.toLowerCase()) {
    case '':
    case 'list':
      return { kind: 'list' }
    case 'add':
      if (text === '') throw new Refused('usage', { problem: 'text', found: '' })
      return { kind: 'add', name, text }
    case 'remove':
      if (name === '' || text !== '') throw new Refused('usage', { problem: 'choice', found: rest.slice(0, 40) })
      return { kind: 'remove', name }
    default:
      if (rest === '' && place.conversation === null) return { kind: 'show', name: first }
      return { kind: 'send', name: first, at: onlyConversation(rest, place) }
  }
}

async function run(act: Act, input: Input): Promise<Answer> {
  const say = commandWords(languageOf(act))
  switch (input.kind) {
    case 'list':
      return privately(say.snippets, { facts: (await snippets(act)).map((it) => ({ label: it.id, value: it.text })) })
    case 'show': {
      const { id, text } = await snippetCalled(act, input.name)
      return privately(say.snippetText(id), { facts: [{ label: id, value: text }] })
    }
    case 'send': {
      const { text } = await snippetCalled(act, input.name)
      return heldAnswer(act, input.at.conversation, await reply(act, { ...input.at, text }))
    }
    case 'add':
      return privately(say.snippetAdded(input.name.toLowerCase(), (await addSnippet(act, input)).replaced))
    case 'remove':
      await removeSnippet(act, input.name)
      return privately(say.snippetRemoved(input.name.toLowerCase()))
    default:
      return input satisfies never
  }
}
