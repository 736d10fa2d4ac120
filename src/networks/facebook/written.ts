import type { Written } from '../../model/change.ts'
import type { Attachment } from '../../model/network.ts'
import type { Placed } from '../network.ts'
import type { From } from './shapes.ts'

/** Whose eyes we read with. */
export interface Us {
  account: string
  pageId: string
}

/** Something that others wrote stands above a comment; nearest first. */
export interface Above {
  id: string
  ours: boolean
}

/** What a comment, a post or a private message says, wherever we have it from. */
export interface Said {
  id: string
  from: From
  text: string
  attachments: Attachment[]
  url: string | null
  at: number
  hidden: boolean
}

/** An id of our page's posts begins with the page's; so does what visitors put on it. */
export const onOurPage = ({ pageId }: Us, post: string): boolean => post.startsWith(`${pageId}_`)
export const isOurs = ({ pageId }: Us, from: From): boolean => from?.id === pageId

/** Where a comment stands: what is above it, nearest first, and the post at the top. */
export interface Place {
  above: readonly Above[]
  post: Above
}

/**
 * A comment. Its branch is that of the nearest comment above it that the station knows; else that of the topmost comment
 * of the public; else, under a post of somebody else, that post; else its own.
 */
export function comment(us: Us, said: Said, { above, post }: Place, placed: ReadonlyMap<string, Placed>): Written {
  const known = keyOf(above, placed)
  const topmost = above.findLast(({ ours }) => !ours)?.id
  const under = placed.get(post.id)?.threadKey ?? post.id
  return {
    ...base(us, said),
    what: 'comment',
    threadKey: known ?? (post.ours ? (topmost ?? said.id) : under),
    root: post.id,
    inReplyTo: above[0]?.id ?? post.id,
    answers: [...above, post].find(({ ours }) => ours)?.id ?? null,
  }
}

/** The branch of the nearest that the station has in one; our own posts are in none. */
const keyOf = (above: readonly Above[], placed: ReadonlyMap<string, Placed>): string | null =>
  above.map(({ id }) => placed.get(id)?.threadKey).find((key) => key) ?? null

/** A post of somebody else that is meant for us: on our page, or one that names it. */
export const visitorsPost = (us: Us, said: Said): Written => ({
  ...base(us, said),
  what: 'mention',
  threadKey: said.id,
  root: said.id,
  inReplyTo: null,
  answers: null,
})

/** A comment that names our page under a post where we have nothing else to do with. */
export const mentionElsewhere = (us: Us, said: Said, place: Place, placed: ReadonlyMap<string, Placed>): Written => ({
  ...comment(us, said, place, placed),
  what: 'mention',
  threadKey: keyOf([...place.above, place.post], placed) ?? said.id,
})

/** A private message. `person` is the page-scoped id of who writes with us. */
export const privateMessage = (us: Us, said: Said, person: string): Written => ({
  ...base(us, said),
  what: 'direct',
  threadKey: directKey(us, person),
  root: null,
  inReplyTo: null,
  answers: null,
})

export const directKey = ({ account }: Us, person: string): string => `direct:${account}:${person}`
/** Whom a private exchange is with; null where the key names none. */
export function personOf(us: Us, threadKey: string): string | null {
  const start = directKey(us, '')
  return threadKey.startsWith(start) ? threadKey.slice(start.length) || null : null
}

/** Graph does not count edits, so the text itself tells. Who is not told to us is nobody else's namesake. */
const base = ({ account }: Us, { id, from, text, attachments, url, at, hidden }: Said) => ({
  kind: 'created' as const,
  account,
  id,
  author: { id: from?.id ?? `unknown:${id}`, handle: from?.name ?? '', name: from?.name ?? '' },
  text,
  attachments,
  url,
  at,
  revision: null,
  sight: hidden ? ('hidden' as const) : null,
})
