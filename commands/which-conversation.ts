import { Refused } from '../src/model/refused.ts'
import type { Place } from './command.ts'

/** A conversation, and for 12.3 the message in it. */
export interface Addressed {
  conversation: number
  ordinal?: number
}

const NUMBER = /^#?(\d{1,9})(?:\.(\d{1,6}))?$/

/** `12`, `#12` or `12.3` as people write them; null for anything else. */
export function readNumber(word: string): Addressed | null {
  const found = NUMBER.exec(word)
  if (!found) return null
  const conversation = Number(found[1])
  return found[2] === undefined ? { conversation } : { conversation, ordinal: Number(found[2]) }
}

/** The first word and what stands behind it, as it was typed. */
export function splitWord(words: string): [first: string, rest: string] {
  const found = /^\s*(\S+)\s*([\s\S]*)$/.exec(words)
  return found ? [found[1] ?? '', (found[2] ?? '').trimEnd()] : ['', '']
}

/** The conversation that a verb is about: named first, or that of the thread it was typed in. */
export function takeConversation(words: string, place: Place): { at: Addressed; rest: string } {
  const [first, rest] = splitWord(words)
  const at = readNumber(first)
  if (at) return { at, rest }
  if (place.conversation !== null) return { at: { conversation: place.conversation }, rest: words.trim() }
  throw new Refused('usage', { problem: 'number', found: first })
}

/**
 * The same for a verb whose text may itself begin with a number. In a thread it is always about that thread: a number
 * that is not the thread's is refused, so that "1984 is a good book" is never published in conversation 1984.
 */
export function takeAddressee(words: string, place: Place): { at: Addressed; rest: string } {
  const [first] = splitWord(words)
  const at = readNumber(first)
  if (place.conversation === null || at?.conversation === place.conversation) return takeConversation(words, place)
  if (at) throw new Refused('which-conversation', { here: place.conversation, found: first })
  return { at: { conversation: place.conversation }, rest: words.trim() }
}

/** A verb that takes a conversation and nothing else. */
export function onlyConversation(words: string, place: Place): Addressed {
  const { at, rest } = takeConversation(words, place)
  if (rest !== '') throw new Refused('usage', { problem: 'end', found: rest.slice(0, 40) })
  return at
}
