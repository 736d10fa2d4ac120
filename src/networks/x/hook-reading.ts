import type { Change, Hook } from '../network.ts'
import { directChanges } from './direct-changes.ts'
import { index } from './page.ts'
import type { XParts } from './parts.ts'
import { PublicChanges } from './public-changes.ts'
import { readPushed } from './pushed.ts'

/** Reads what was pushed; of what it does not tell, which is what stands above a reply, X is asked. */
export function hookReading(parts: XParts): Hook['read'] {
  const { account, clock, log, own } = parts
  const changes = new PublicChanges(parts)
  return async (stored, signal) => {
    const pushed = readPushed(stored)
    if (pushed === null) {
      log.warn('x: a body that was pushed could not be read')
      return []
    }
    const me = await own.forReading(signal)
    if (pushed.about !== null && pushed.about !== me.id) return []
    const around = index([...pushed.referred, ...pushed.posts])
    const sightings = pushed.posts.map((post) => ({ post, around, people: pushed.people }))
    return [
      ...(await changes.of(sightings, me, signal)),
      ...directChanges(pushed.directs, pushed.people, account, me.id),
      ...pushed.deletions.map(({ id, at }): Change => ({ kind: 'deleted', account, id, at: at ?? clock.now() })),
    ]
  }
}
