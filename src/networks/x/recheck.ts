import type { Change } from '../../model/change.ts'
import { DAY } from '../../model/clock.ts'
import { type Recheck, SourceFailed, type Stored } from '../network.ts'
import { lookUp, MOST_IDS } from './look-up.ts'
import type { Page } from './page.ts'
import type { XParts } from './parts.ts'
import { PublicChanges } from './public-changes.ts'
import { readingFailed } from './reply.ts'

/** X's policy: what is deleted, protected or suspended goes within a day. Private messages stay with whoever got them. */
const EVERY = DAY
const UNTIL = 30 * DAY

/** Looks again at what the station keeps of X. Only X's own word that something is gone makes it gone. */
export function recheckOf(parts: XParts): Recheck {
  const { account, clock, own, settings } = parts
  const changes = new PublicChanges(parts)

  const look = async (ids: readonly string[], signal: AbortSignal): Promise<Page | null> => {
    if (ids.length === 0) return null
    const looked = await lookUp(parts, { ids, purpose: 'checking', price: settings.prices.read, signal })
    if (looked.kind !== 'page') throw readingFailed(looked)
    return looked.page
  }

  return {
    every: EVERY,
    until: UNTIL,
    batch: MOST_IDS,
    async look(messages, signal) {
      const stored = new Map(messages.filter(({ kind }) => kind !== 'direct').map((one) => [one.id, one]))
      const page = await look([...stored.keys()].slice(0, MOST_IDS), signal)
      if (page === null) return []
      const gone = page.lacks.filter(({ id }) => stored.has(id))
      const edited = page.posts.filter((post) => stored.has(post.id) && post.latest !== post.id)
      const newest = await look(
        edited.map((post) => post.latest),
        signal,
      )
      return [
        ...gone.map(({ id }): Change => ({ kind: 'deleted', account, id, at: clock.now() })),
        ...(newest ? await editedIn(newest, stored, signal) : []),
      ]
    },
  }

  async function editedIn(page: Page, stored: ReadonlyMap<string, Stored>, signal: AbortSignal): Promise<Change[]> {
    const who = await own.who('checking', signal)
    if (who.kind === 'other') throw new SourceFailed('x', 'account')
    if (who.kind !== 'me') throw readingFailed(who)
    const sightings = page.posts.map((post) => ({ post, around: page.around, people: page.people }))
    const written = await changes.of(sightings, who.me, signal)
    return written.map((change) => {
      const known = stored.get(change.id)
      return change.kind !== 'deleted' && known ? { ...change, threadKey: known.threadKey } : change
    })
  }
}
