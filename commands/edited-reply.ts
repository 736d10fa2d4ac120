import type { Attachment } from '../src/model/network.ts'
import { Refused } from '../src/model/refused.ts'
import type { Place } from './command.ts'
import { takeImages } from './take-images.ts'
import { splitWord, takeAddressee } from './which-conversation.ts'

/** With these verbs somebody writes to the public. */
const WRITING: readonly string[] = ['reply', 'correct']

/**
 * What a command says to the public after its line was changed, `reply Bij de romans.`; null where it says nothing to
 * the public (any more), or not in this conversation.
 */
export function editedReply(command: string, place: Place): { text: string; media: Attachment[] } | null {
  const [verb, words] = splitWord(command)
  if (!WRITING.includes(verb.replace(/^\//, '').toLowerCase())) return null
  try {
    return takeImages(takeAddressee(words, place).rest)
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}
