import { z } from 'zod'
import type { Found, Outcome } from '../../model/network.ts'
import type { Draft, Surroundings } from '../network.ts'
import type { Call } from './api.ts'
import { personOf } from './direct-changes.ts'
import type { Identity } from './identity.ts'
import { beforeAnything, OTHER_ACCOUNT, outcomeOf } from './outcome.ts'
import { findDirect } from './own-directs.ts'
import { findPost } from './own-posts.ts'
import type { XParts } from './parts.ts'
import { priceOf } from './price.ts'
import { upload } from './upload.ts'
import { ID } from './wire.ts'
import { addressOf } from './written.ts'

const POSTED = z.object({ data: z.object({ id: ID }) })
const SENT = z.object({ data: z.object({ dm_event_id: ID }) })

/** What X takes in one private message. */
const DIRECT_PICTURES = 1

/** What we write on X: at most one call that publishes, and one look where X says that it is there already. */
export function publisher(parts: XParts & Pick<Surroundings, 'picture'>) {
  const { api, till, purse, own, clock, log, placed, settings } = parts

  async function publish(draft: Draft, since: number): Promise<Outcome> {
    const who = await own.who('replying')
    if (who.kind === 'other') return OTHER_ACCOUNT
    if (who.kind !== 'me') return beforeAnything(who)
    const person = draft.kind === 'direct' ? await addressee(draft) : null
    if (draft.kind === 'direct' && person === null) return { status: 'rejected', reason: 'no-recipient' }
    if (person !== null && draft.media.length > DIRECT_PICTURES)
      return { status: 'rejected', reason: 'too-many-images' }
    const { purpose, price } = priceOf(draft, settings.prices)
    if (!(await purse.take(purpose, price))) return outcomeOf(till.broke())
    const outcome = await write(draft, person, who.me, since)
    if (outcome.status === 'later' || outcome.status === 'rejected') await purse.giveBack(purpose, price)
    return outcome
  }

  async function write(draft: Draft, person: string | null, me: Identity, since: number): Promise<Outcome> {
    const uploaded = await upload({ ...parts, clock }, draft.media, person === null ? 'tweet' : 'dm')
    if (uploaded.kind === 'failed') return uploaded.outcome
    const reply = await api.call(person === null ? post(draft, uploaded.ids) : direct(draft, person, uploaded.ids))
    if (reply.kind === 'ok') {
      const id =
        person === null ? POSTED.safeParse(reply.body).data?.data.id : SENT.safeParse(reply.body).data?.data.dm_event_id
      if (id === undefined) return { status: 'unknown', reason: 'unreadable answer' }
      return { status: 'published', id, url: person === null ? addressOf(id, me.handle) : null }
    }
    if (reply.kind === 'refused') {
      const { code, title } = reply.problem
      log.warn({ status: reply.status, code, title: title.slice(0, 80) }, 'x: a text was refused')
      if (code === 'duplicate') return standsAlready(await find(draft, since))
    }
    return outcomeOf(reply)
  }

  async function find(draft: Draft, since: number): Promise<Found> {
    const who = await own.who('replying')
    if (who.kind !== 'me') return { status: 'cannot tell' }
    if (draft.kind !== 'direct') return findPost(parts, who.me, draft, since)
    const person = await addressee(draft)
    return person === null ? { status: 'cannot tell' } : findDirect(parts, who.me, person, draft, since)
  }

  /** Whom a private message is for: the station knows by the one that it answers. */
  async function addressee({ inReplyTo }: Draft): Promise<string | null> {
    return inReplyTo === null ? null : personOf((await placed([inReplyTo])).get(inReplyTo)?.threadKey)
  }

  return { publish, find }
}

/** X has this text from us: from this attempt's beginning on it is the same one, before that it is another. */
function standsAlready(found: Found): Outcome {
  switch (found.status) {
    case 'found':
      return { status: 'published', id: found.id, url: found.url }
    case 'absent':
      return { status: 'rejected', reason: 'duplicate' }
    case 'cannot tell':
      return { status: 'unknown', reason: 'duplicate' }
    default:
      return found satisfies never
  }
}

const post = ({ text, inReplyTo }: Draft, media: string[]): Call => ({
  method: 'POST',
  endpoint: 'POST tweets',
  path: 'tweets',
  body: {
    text,
    ...(inReplyTo !== null && { reply: { in_reply_to_tweet_id: inReplyTo } }),
    ...(media.length > 0 && { media: { media_ids: media } }),
  },
})

const direct = ({ text }: Draft, person: string, media: string[]): Call => ({
  method: 'POST',
  endpoint: 'POST dm_conversations/with/:id/messages',
  path: `dm_conversations/with/${person}/messages`,
  body: { text, ...(media.length > 0 && { attachments: media.map((id) => ({ media_id: id })) }) },
})
