import type { Clock } from '../../model/clock.ts'
import { type Attachment, type MessageKind, NETWORK_LABEL, type NetworkName } from '../../model/network.ts'
import { LIMITS } from '../limits.ts'
import { type Item, personOf } from './item.ts'
import type { News } from './news.ts'
import { Refusal } from './refusal.ts'
import type { Store } from './store.ts'

export interface Written {
  network: NetworkName
  author: string
  text: string
  inReplyTo?: string | undefined
  kind?: MessageKind | undefined
  /** When it was written, by the network's clock; now where absent. */
  at?: number | undefined
  attachments?: Attachment[] | undefined
  /** Held for review: nobody but us sees it until we approve it. Where the network does that. */
  held?: boolean | undefined
}

interface PublicParts {
  store: Store
  clock: Clock
  news: News
  plays: readonly NetworkName[]
}

/**
 * What people do on the networks: write at any length, edit, delete. Each act is one commit and one change. Throws
 * Refusal on a network that is not played here: the station would never hear of it.
 */
export function openPublic({ store, clock, news, plays }: PublicParts) {
  const commit = <T>(network: NetworkName, work: () => T): T => {
    if (!plays.includes(network)) throw new Refusal(409, 'live', { network: NETWORK_LABEL[network] })
    const result = store.commit(work)
    news.announce(network)
    return result
  }

  return {
    /** Returns the new item's number; throws Refusal where it cannot hang there. */
    write: (written: Written): number =>
      commit(written.network, () => {
        const { network, author, text, attachments = [], held = false } = written
        const parent = written.inReplyTo === undefined ? null : parentOf(store, network, written.inReplyTo)
        const kind = kindOf(written, parent)
        if (held && !LIMITS[network].moderation.includes('approve'))
          throw new Refusal(400, 'no-moderation', { network: NETWORK_LABEL[network] })
        const now = clock.now()
        const seq = store.add(
          {
            network,
            side: 'public',
            kind,
            author,
            person: personOf(author),
            text,
            attachments: JSON.stringify(attachments),
            parent: parent?.seq ?? null,
            at: written.at ?? now,
            visible_at: now,
            sight: held ? 'held' : null,
          },
          parent,
        )
        store.log(network, seq, 'created', now)
        return seq
      }),

    /** Throws Refusal where there is no such message of the public. */
    edit(id: string, text: string, attachments?: Attachment[]): Item {
      const item = mine(store, id)
      return commit(item.network, () => {
        store.edit(item, text, attachments ?? (JSON.parse(item.attachments) as Attachment[]))
        store.log(item.network, item.seq, 'edited', clock.now())
        return item
      })
    },

    /** The text is gone for good; what hangs below stays. */
    erase(id: string): Item {
      const item = mine(store, id)
      return commit(item.network, () => {
        store.erase(item, clock.now())
        store.log(item.network, item.seq, 'deleted', clock.now())
        return item
      })
    },
  }
}
export type Public = ReturnType<typeof openPublic>

function parentOf(store: Store, network: NetworkName, id: string): Item {
  const parent = store.item(id)
  if (!parent) throw new Refusal(404, 'unknown', { id })
  if (parent.deleted_at !== null) throw new Refusal(404, 'gone', { id })
  if (parent.network !== network) throw new Refusal(400, 'other-network', { id, network: NETWORK_LABEL[network] })
  return parent
}

function kindOf({ network, kind, author }: Written, parent: Item | null): MessageKind {
  if (kind === 'direct' && network === 'youtube')
    throw new Refusal(400, 'no-private', { network: NETWORK_LABEL[network] })
  if (parent) {
    const direct = parent.kind === 'direct'
    const fits = direct ? parent.person === personOf(author) && (kind ?? 'direct') === 'direct' : kind !== 'direct'
    if (!fits) throw new Refusal(400, 'private-thread')
    if (direct) return 'direct'
  }
  return kind ?? (network === 'x' ? 'mention' : 'comment')
}

function mine(store: Store, id: string): Item {
  const item = store.item(id)
  if (!item) throw new Refusal(404, 'unknown', { id })
  if (item.side === 'ours') throw new Refusal(403, 'not-yours', { id })
  if (item.deleted_at !== null) throw new Refusal(404, 'gone', { id })
  return item
}
