import { type Clock, HOUR } from '../../model/clock.ts'
import {
  type Attachment,
  type MessageKind,
  type Moderation,
  NETWORK_LABEL,
  type NetworkName,
  type Sight,
} from '../../model/network.ts'
import { LIMITS } from '../limits.ts'
import type { Controls } from './controls.ts'
import type { Item } from './item.ts'
import { spend } from './quotas.ts'
import { Refusal } from './refusal.ts'
import type { Store } from './store.ts'

export interface Published {
  network: NetworkName
  account: string
  text: string
  inReplyTo: string | null
  kind: MessageKind | 'post'
  media: Attachment[]
}

const SEEN: Record<Moderation, Sight> = { hide: 'hidden', show: null, approve: null, reject: 'rejected' }

/** The same text under the same message is refused for so long. */
const DUPLICATE = 12 * HOUR

/** What we do on the networks, held to each network's rules. Every act throws Refusal where the network says no. */
export function openOurs(store: Store, clock: Clock, controls: Controls) {
  return {
    /** Takes a text of ours; it is to be seen `hidden` ms from now. Returns its number. */
    publish: (draft: Published, hidden: number): number =>
      store.commit(() => {
        const now = clock.now()
        const parent = draft.inReplyTo === null ? null : standing(store, draft.network, draft.inReplyTo)
        const kind = kindOf(draft, parent)
        checkContent(draft, kind)
        if (parent) checkPlace(store, parent, now)
        if (store.same(draft.network, parent?.seq ?? null, draft.text, now - DUPLICATE))
          throw new Refusal(403, 'duplicate')
        if (!controls.lifted) spend(store, draft.network, now)
        return store.add(
          {
            network: draft.network,
            side: 'ours',
            kind,
            author: draft.account,
            person: kind === 'direct' && parent ? parent.person : draft.account,
            text: draft.text,
            attachments: JSON.stringify(draft.media),
            parent: parent?.seq ?? null,
            at: now,
            visible_at: now + hidden,
            sight: null,
          },
          parent,
        )
      }),

    /** Taking back what is gone already is no error: a second attempt after a lost answer must succeed. */
    retract: (network: NetworkName, id: string): void =>
      store.commit(() => {
        const item = store.item(id)
        if (item?.network !== network || item.side !== 'ours') throw new Refusal(404, 'gone', { id })
        if (network === 'facebook' && item.kind === 'direct') throw new Refusal(403, 'not-deletable')
        if (item.deleted_at === null) store.erase(item, clock.now())
      }),

    like: (network: NetworkName, id: string): void =>
      store.commit(() => {
        if (!LIMITS[network].likes) throw new Refusal(403, 'no-likes', { network: NETWORK_LABEL[network] })
        store.like(standing(store, network, id), clock.now())
      }),

    /** Decides what others see of a comment; done twice it is as good as done once. */
    moderate: (network: NetworkName, id: string, verdict: Moderation): void =>
      store.commit(() => {
        const item = standing(store, network, id)
        const may = LIMITS[network].moderation.includes(verdict) && item.side === 'public' && item.kind !== 'direct'
        if (!may) throw new Refusal(403, 'no-moderation', { network: NETWORK_LABEL[network] })
        store.see(item, SEEN[verdict])
      }),
  }
}
export type Ours = ReturnType<typeof openOurs>

function standing(store: Store, network: NetworkName, id: string): Item {
  const item = store.item(id)
  if (item?.network !== network || item.deleted_at !== null) throw new Refusal(404, 'gone', { id })
  return item
}

function kindOf(draft: Published, parent: Item | null): Item['kind'] {
  if (!parent && draft.kind === 'direct') throw new Refusal(400, 'no-recipient')
  if (!parent) return 'post'
  if ((draft.kind === 'direct') !== (parent.kind === 'direct')) throw new Refusal(400, 'private-thread')
  return draft.kind === 'post' ? 'comment' : draft.kind
}

function checkContent({ network, text, media }: Published, kind: Item['kind']): void {
  const limits = LIMITS[network]
  if (text.trim() === '') throw new Refusal(400, 'empty')
  const max = kind === 'direct' ? limits.maxDirect : limits.max
  const length = kind === 'direct' ? text.length : limits.measure(text)
  if (length > max) throw new Refusal(403, 'too-long', { length, max })
  const images = media.filter((one) => one.kind === 'image').length
  if (images > limits.images) throw new Refusal(400, 'too-many-images', { max: limits.images })
}

function checkPlace(store: Store, parent: Item, now: number): void {
  if (parent.network === 'youtube' && topLevel(store, parent) !== parent.seq) throw new Refusal(400, 'not-top-level')
  const window = LIMITS[parent.network].directWindow
  if (parent.kind !== 'direct' || window === null) return
  const last = store.lastPrivate(parent.network, parent.person)
  if (last === null || now - last > window) throw new Refusal(403, 'window-closed', { hours: window / HOUR })
}

/** The comment to which YouTube wants a reply addressed: the one right under a post, or without anything above it. */
export function topLevel(store: Store, item: Item): number {
  const top = item.thread === null ? null : store.bySeq(item.thread)
  return top?.seq ?? item.seq
}
