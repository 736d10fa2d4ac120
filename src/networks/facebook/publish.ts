import { z } from 'zod'
import type { Attachment, Outcome } from '../../model/network.ts'
import type { Draft } from '../network.ts'
import type { Context } from './context.ts'
import { find } from './find.ts'
import { part } from './graph.ts'
import { outcomeOf } from './outcome.ts'
import { recipientOf } from './recipient.ts'
import { ID } from './shapes.ts'
import { type Upload, uploadOf } from './upload.ts'

const MADE = z.object({ id: ID })
const PHOTO = z.object({ post_id: ID })
const SENT = z.object({ message_id: ID })

export const addressOf = (id: string): string => `https://www.facebook.com/${id}`
const published = (id: string): Outcome => ({ status: 'published', id, url: addressOf(id) })

/** Puts one text of ours on Facebook, with at most one call that writes. */
export async function publish(context: Context, draft: Draft, since: number): Promise<Outcome> {
  const images = draft.media.filter(({ kind }) => kind === 'image')
  if (images.length < draft.media.length) return { status: 'rejected', reason: 'not-an-image' }
  if (images.length > 1) return { status: 'rejected', reason: 'too-many-images' }
  const outcome = await (draft.kind === 'direct' ? direct(context, draft) : publicly(context, draft, images[0]))
  return isDuplicate(outcome) ? duplicate(context, draft, since) : outcome
}

async function publicly({ graph, ...context }: Context, draft: Draft, image: Attachment | undefined): Promise<Outcome> {
  let upload: Upload | null = null
  if (image) {
    const fetched = await uploadOf({ graph, ...context }, image)
    if ('refused' in fetched) return fetched.refused
    upload = fetched.upload
  }
  const message = draft.text
  const made = ({ id }: z.infer<typeof MADE>) => published(id)
  if (draft.inReplyTo !== null) {
    const answer = await graph.post(`${part(draft.inReplyTo)}/comments`, { message, ...(upload && { source: upload }) })
    return outcomeOf(answer, MADE, made)
  }
  if (!upload) return outcomeOf(await graph.post(`${part(context.pageId)}/feed`, { message }), MADE, made)
  const alt = image?.alt ? { alt_text_custom: image.alt } : {}
  const answer = await graph.post(`${part(context.pageId)}/photos`, { message, source: upload, ...alt })
  // The photo has an id of its own; what people comment on is the post.
  return outcomeOf(answer, PHOTO, ({ post_id }) => published(post_id))
}

/** Within 24 hours of the person's last message; the tag HUMAN_AGENT, which gives seven days, is not ours to use. */
async function direct(context: Context, draft: Draft): Promise<Outcome> {
  if (draft.media.length > 0) return { status: 'rejected', reason: 'no-picture-in-private' }
  const recipient = await recipientOf(context, draft.inReplyTo)
  if ('refused' in recipient) return recipient.refused
  const answer = await context.graph.post('me/messages', {
    recipient: { id: recipient.person },
    messaging_type: 'RESPONSE',
    message: { text: draft.text },
  })
  return outcomeOf(answer, SENT, ({ message_id }) => ({ status: 'published', id: message_id, url: null }))
}

const isDuplicate = (outcome: Outcome): boolean => outcome.status === 'rejected' && outcome.reason === 'duplicate'

/** The same text is there already: an earlier try of ours, perhaps. */
async function duplicate(context: Context, draft: Draft, since: number): Promise<Outcome> {
  const found = await find(context, draft, since)
  if (found.status === 'found') return { status: 'published', id: found.id, url: found.url }
  return found.status === 'absent'
    ? { status: 'rejected', reason: 'duplicate' }
    : { status: 'unknown', reason: 'duplicate' }
}
