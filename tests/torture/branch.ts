import type { Seen, Written } from './evidence.ts'

/**
 * The branch or private exchange that each message belongs to, worked out from what hangs under what alone: the topmost
 * public message above it, or the network and the person in private.
 */
export function branches(written: Written[], seen: Seen[]): Map<string, string> {
  const parents = new Map<string, string | null>()
  for (const item of [...seen, ...written]) parents.set(item.id, item.inReplyTo)
  const ofPublic = new Set(written.map((it) => it.id))
  const found = new Map<string, string>()
  for (const item of written) {
    if (item.kind === 'direct') {
      found.set(item.id, `direct:${item.network}:${item.author.toLowerCase()}`)
      continue
    }
    let top = item.id
    for (let above = item.inReplyTo; above !== null; above = parents.get(above) ?? null)
      if (ofPublic.has(above)) top = above
    found.set(item.id, top)
  }
  return found
}
