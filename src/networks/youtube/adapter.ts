import { MINUTE } from '../../model/clock.ts'
import { LIMITS } from '../limits.ts'
import type { Network, Surroundings } from '../network.ts'
import { find } from './find.ts'
import { moderate, retract } from './own-acts.ts'
import { partsOf } from './parts.ts'
import { probe } from './probe.ts'
import { publish } from './publish.ts'
import { recheckOf } from './recheck.ts'
import type { YouTubeSettings } from './settings.ts'
import { CommentsSource } from './sources/comments.ts'
import { HeldSource } from './sources/held.ts'
import { RepliesSource } from './sources/replies.ts'

/** YouTube's Data API v3: the comments on our videos in, our replies out. It has no posts and no private messages. */
export function youtubeNetwork(settings: YouTubeSettings, surroundings: Surroundings): Network {
  const parts = partsOf(settings, surroundings)
  return {
    name: 'youtube',
    account: surroundings.account,
    live: true,
    limits: { ...LIMITS.youtube, posts: false, visibility: MINUTE, authoritative: false },
    publish: (draft) => publish(parts, draft),
    find: (draft, _key, since) => find(parts, draft, since),
    retract: (id) => retract(parts, id),
    moderate: (id, verdict) => moderate(parts, id, verdict),
    sources: () => [new CommentsSource(parts), new HeldSource(parts), new RepliesSource(parts)],
    probe: (signal) => probe(parts, signal),
    recheck: recheckOf(parts),
  }
}
