import type { Post, Said, Thread } from './outside.ts'

/** Where a message of the public stands at the desk. `number` is what people say: 12.3. */
export interface Standing {
  thread: string
  channel: string
  place: number
  number: string | null
}

/** One look at everything: threads by what stands in them, and what is public. */
export interface Look {
  /** By the network's id: each place where that message stands. */
  standing: ReadonlyMap<string, Standing[]>
  /** By the draft's id: why it will not go out. */
  stopped: ReadonlyMap<number, string>
  posts: readonly Post[]
}

export function look(threads: readonly Thread[], posts: readonly Post[]): Look {
  const standing = new Map<string, Standing[]>()
  const stopped = new Map<number, string>()
  for (const { id, channel, messages } of threads) {
    messages.forEach((said, place) => {
      const external = externalOf(said)
      const draft = said.draft ?? said.about?.draft
      const reason = reasonOf(said)
      if (typeof draft === 'number' && reason !== null) stopped.set(draft, reason)
      if (external === null) return
      const here = { thread: id, channel, place, number: said.number ?? said.about?.message ?? null }
      standing.set(external, [...(standing.get(external) ?? []), here])
    })
  }
  return { standing, stopped, posts }
}

/** The network's id of what the public wrote; null for what stands there otherwise. */
const externalOf = (said: Said): string | null =>
  said.kind === 'card' || said.kind === 'message' ? (said.external ?? said.about?.external ?? null) : null

/** Why something was refused: its code, else the sentence that says so; null where nothing was refused. */
export function reasonOf(said: Said): string | null {
  const code = said.code ?? said.about?.code
  if (code) return code
  return said.kind === 'reply' && said.text.startsWith('✗') ? said.text.slice(1).trim() : null
}

/** Whether a public text is this one; X puts whom it answers before it, the library's initials may stand behind it. */
export const isText = (shown: string, text: string): boolean => {
  const other = plain(text)
  const one = withoutNamesBefore(plain(shown), other)
  return one === other || (one.startsWith(`${other} `) && one.length - other.length < 20)
}
const withoutNamesBefore = (shown: string, text: string): string => {
  const at = shown.indexOf(text)
  return at > 0 && /^(?:@\w{1,15} )+$/.test(shown.slice(0, at)) ? shown.slice(at) : shown
}
const plain = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()
