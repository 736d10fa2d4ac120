import { splitWord } from '../which-conversation.ts'

/** What a verb of the schedule is about: one post, `p12`, or an entry by its name. */
export type Target = { post: number } | { entry: string }

/** The target at the head of the words, and what stands behind it; null where there is none. */
export function takeTarget(words: string): { target: Target; rest: string } | null {
  const [first, rest] = splitWord(words)
  const post = /^#?p(\d{1,9})$/i.exec(first)
  if (post) return { target: { post: Number(post[1]) }, rest }
  return first === '' ? null : { target: { entry: first.toLowerCase() }, rest }
}

/** A target and nothing else. */
export function onlyTarget(words: string): Target | null {
  const taken = takeTarget(words)
  return taken?.rest === '' ? taken.target : null
}
