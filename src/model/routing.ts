import type { Programme } from './station.ts'

/** Why a conversation stands where it stands, strongest first. */
export type RoutedBy = 'post' | 'conversation' | 'hashtag' | 'topic' | 'on-air' | 'night'

export interface Clues {
  text: string
  /** The programme of our post that it answers, or of the conversation that our answered reply belongs to. */
  answered: { programme: string | null; by: 'post' | 'conversation' } | null
  /** The programme on the air at this moment; null outside opening hours. */
  onAir: string | null
}

const words = (text: string): string[] => text.toLowerCase().match(/[#\p{L}\p{N}_'-]+/gu) ?? []

/**
 * The programme that a new conversation belongs to, and why: the post that it answers, a programme's hashtag, topic
 * words, the programme on the air; null means the night channel.
 */
export function route(clues: Clues, programmes: readonly Programme[]): { programme: string | null; by: RoutedBy } {
  if (clues.answered?.programme && programmes.some((it) => it.id === clues.answered?.programme))
    return { programme: clues.answered.programme, by: clues.answered.by }
  const said = words(clues.text)
  const tagged = programmes.find((it) => it.hashtags.some((tag) => said.includes(tag.toLowerCase())))
  if (tagged) return { programme: tagged.id, by: 'hashtag' }
  const topical = mostWords(said, programmes)
  if (topical) return { programme: topical.id, by: 'topic' }
  return clues.onAir === null ? { programme: null, by: 'night' } : { programme: clues.onAir, by: 'on-air' }
}

/** The programme with the most topic words in the text; null where none has one or two have as many. */
function mostWords(said: readonly string[], programmes: readonly Programme[]): Programme | null {
  const scored = programmes
    .map((programme) => ({ programme, score: programme.topicWords.filter((topic) => isSaid(said, topic)).length }))
    .filter((it) => it.score > 0)
    .sort((a, b) => b.score - a.score)
  const [first, second] = scored
  if (!first || first.score === second?.score) return null
  return first.programme
}

/** Whether a topic stands in a text, as a word or as words that follow one another. */
function isSaid(said: readonly string[], topic: string): boolean {
  const [first, ...others] = words(topic)
  return said.some((word, at) => word === first && others.every((other, behind) => said[at + 1 + behind] === other))
}
