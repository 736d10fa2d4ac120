import type { Placed } from '../network.ts'
import { index } from './page.ts'
import type { Post } from './post.ts'

/** Who knows what stands above a post: what came along with it, the station, and in the end X itself. */
export interface Ancestry {
  /** Posts by the ids of their versions. */
  known: Map<string, Post>
  placed: Map<string, Placed>
}

/** So many times X is asked for parents of one page: each time it gives one step, and what came along with it. */
const LOOK_UPS = 3

/**
 * What stands above these posts, as far as it can be had.
 * @param placed what the station knows of these
 * @param lookUp asks X for at most 100 posts; what it does not give is left out
 */
export async function ancestryOf(
  posts: readonly Post[],
  around: ReadonlyMap<string, Post>,
  placed: (ids: readonly string[]) => Promise<ReadonlyMap<string, Placed>>,
  lookUp: (ids: readonly string[]) => Promise<ReadonlyMap<string, Post>>,
): Promise<Ancestry> {
  const ancestry: Ancestry = { known: new Map([...around, ...index(posts)]), placed: new Map() }
  const asked = new Set<string>()
  const sought = new Set<string>()
  let left = LOOK_UPS
  while (true) {
    const open = new Set(posts.flatMap((post) => endsOf(post, ancestry)))
    const unasked = [...open].filter((id) => !asked.has(id))
    if (unasked.length > 0) {
      for (const id of unasked) asked.add(id)
      for (const [id, place] of await placed(unasked)) ancestry.placed.set(id, place)
      continue
    }
    const unknown = [...open].filter((id) => !ancestry.known.has(id) && !sought.has(id)).slice(0, 100)
    if (unknown.length === 0 || left === 0) return ancestry
    left--
    for (const id of unknown) sought.add(id)
    for (const [id, post] of await lookUp(unknown)) ancestry.known.set(id, post)
  }

  /** Every id above a post, up to what the station knows; of a quoted post only that one. */
  function endsOf(post: Post, { known, placed: places }: Ancestry): string[] {
    const ids = post.quoted === null ? [] : [post.quoted]
    for (const id of idsAbove(post, known)) {
      ids.push(id)
      if (places.has(id)) break
    }
    return ids.filter((id) => !places.has(id))
  }
}

/** The ids above a post, nearest first, as far as it is known; the last may be of a post that is not. */
export function idsAbove(post: Post, known: ReadonlyMap<string, Post>): string[] {
  const ids: string[] = []
  let parent = post.parent
  while (parent !== null) {
    const above: Post | undefined = known.get(parent)
    const id = above?.id ?? parent
    if (ids.includes(id) || id === post.id) break
    ids.push(id)
    parent = above?.parent ?? null
  }
  return ids
}
