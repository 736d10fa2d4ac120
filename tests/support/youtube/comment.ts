/** How a comment stands on YouTube. */
export type Status = 'published' | 'heldForReview' | 'likelySpam' | 'rejected'

export interface Person {
  /** The id of the channel that this person writes with. */
  channel: string
  name: string
}

/** A comment as this YouTube keeps it; times are UTC ms. */
export interface Comment {
  id: string
  /** The top-level comment above it; null for one of those. */
  parent: string | null
  /** Null where it was written about the channel itself. */
  video: string | null
  author: Person
  text: string
  published: number
  updated: number
  status: Status
}

/** The id of a reply holds that of the top-level comment above it: `Top.Reply`. */
export function newCommentId(seq: number, parent: string | null): string {
  const own = Buffer.from(`comment ${String(seq).padStart(8, '0')}`).toString('base64url')
  return parent === null ? `Ug${own}AaABAg` : `${parent}.${own}`
}
