import { type Ancestry, idsAbove } from './ancestry.ts'
import type { Identity } from './identity.ts'
import { sameHandle } from './identity.ts'
import type { Post } from './post.ts'

/** Where a post stands among others, in the station's terms. */
export interface Standing {
  threadKey: string
  root: string | null
  inReplyTo: string | null
  answers: string | null
  /** Whether X lets an app answer it: its text names us, or it quotes us. */
  summoned: boolean
}

/**
 * A public branch is named by its topmost message of the public that concerns us: the one right under a post of ours, or
 * the highest above which nothing is ours and that names us or is taken in with this one. What the station knows already
 * keeps its branch.
 * @param among ids of the posts that are taken in together with this one
 */
export function standingOf(post: Post, me: Identity, ancestry: Ancestry, among: ReadonlySet<string>): Standing {
  const { known, placed } = ancestry
  const above = idsAbove(post, known)
  const isOurs = (id: string) =>
    known.get(id)?.author === me.id || placed.get(id)?.ours === true || (id === above[0] && post.parentAuthor === me.id)
  const ours = above.find(isOurs) ?? null
  const quotesUs = post.quoted !== null && isOurs(known.get(post.quoted)?.id ?? post.quoted)
  return {
    threadKey: branch(),
    root: post.conversation ?? above.map((id) => known.get(id)?.conversation).find((id) => id != null) ?? null,
    inReplyTo: above[0] ?? null,
    answers: ours ?? (quotesUs && post.parent === null ? (known.get(post.quoted ?? '')?.id ?? post.quoted) : null),
    summoned: quotesUs || namesUs(post, me),
  }

  function branch(): string {
    let key = post.id
    let below = post.id
    for (const id of above) {
      const place = placed.get(id)
      if (isOurs(id)) {
        // A reply of ours stands in a branch, a post of ours is above all branches.
        if (place?.threadKey != null) return place.threadKey
        if (below !== id) key = below
      } else {
        if (place?.threadKey != null) return place.threadKey
        const it = known.get(id)
        if (it && (among.has(id) || namesUs(it, me))) key = id
        below = id
      }
    }
    return key
  }
}

export const namesUs = ({ names }: Post, me: Identity): boolean =>
  names.some(({ id, handle }) => (id === null ? sameHandle(handle, me.handle) : id === me.id))
