import { branches } from './branch.ts'
import { countInbound, type InboundCount } from './count/inbound.ts'
import { countPosts, type PostCount } from './count/posts.ts'
import { countReplies, type ReplyCount } from './count/replies.ts'
import type { Evidence } from './evidence.ts'

export interface Count {
  inbound: InboundCount
  replies: ReplyCount
  posts: PostCount
}

/** Counts from outside, on the networks' and the desk's own records alone, what became of everything that was said. */
export function count(evidence: Evidence): Count {
  const branch = branches(evidence.written, evidence.seen)
  return {
    inbound: countInbound(evidence, branch),
    replies: countReplies(evidence, branch),
    posts: countPosts(evidence),
  }
}

/** What must not be, by name; every list is empty where nothing went wrong. */
export function faults({ inbound, replies, posts }: Count): Record<string, string[]> {
  return {
    lost: [...inbound.lost, ...replies.lost, ...posts.lost],
    doubled: [...inbound.doubled, ...replies.doubled, ...posts.doubled],
    disordered: [...inbound.disordered, ...replies.early],
    misplaced: [...inbound.misplaced, ...replies.misplaced],
    outdated: inbound.outdated,
    resurfaced: inbound.resurfaced,
    'said otherwise': replies.contradicted,
  }
}
