import { z } from 'zod'
import { MINUTE, SECOND } from '../../model/clock.ts'
import type { Attachment, Outcome } from '../../model/network.ts'
import { type Picture, PictureRefused, type Surroundings } from '../network.ts'
import type { Api } from './api.ts'
import { UNREADABLE } from './identity.ts'
import { beforeAnything } from './outcome.ts'
import type { Failure, Reply } from './reply.ts'
import { ID } from './wire.ts'

/** Sizes from docs.x.com/x-api/media/quickstart/best-practices, in bytes; a GIF moves, so that it counts as more. */
const MOST_IMAGE = 5_242_880
const MOST_GIF = 15_728_640
const PIECE = 4 * 1_048_576
const MOST_ALT = 1_000
/** For a piece on a slow line. */
const SLOW = MINUTE
/** So often X is asked whether it is done with a GIF. */
const LOOKS = 20

type Failed = Exclude<Outcome, { status: 'published' | 'unknown' }>
export type Uploaded = { kind: 'media'; ids: string[] } | { kind: 'failed'; outcome: Failed }

const TYPES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])
const STARTED = z.object({ data: z.object({ id: ID }) })
const PROGRESS = z.object({
  data: z.object({
    processing_info: z.object({ state: z.string(), check_after_secs: z.number().min(0).max(60).catch(1) }).optional(),
  }),
})

/**
 * Brings pictures to X, which are to be seen only in what is published with them: whatever fails here, nothing is public.
 * @param use what X is told that they are for
 */
export async function upload(
  { api, clock, picture }: { api: Api } & Pick<Surroundings, 'clock' | 'picture'>,
  media: readonly Attachment[],
  use: 'tweet' | 'dm',
): Promise<Uploaded> {
  const ids: string[] = []
  for (const image of media) {
    const fetched = await fetchPicture(picture, image)
    if ('outcome' in fetched) return fetched
    const sent = await send({ api, clock }, fetched, image.alt, use)
    if (sent.kind !== 'id') return { kind: 'failed', outcome: beforeAnything(sent) }
    ids.push(sent.id)
  }
  return { kind: 'media', ids }
}

async function fetchPicture(
  picture: Surroundings['picture'],
  image: Attachment,
): Promise<Picture | { kind: 'failed'; outcome: Failed }> {
  const failed = (outcome: Failed) => ({ kind: 'failed', outcome }) as const
  try {
    const fetched = await picture(image, MOST_GIF)
    if (!TYPES.has(fetched.type)) return failed({ status: 'rejected', reason: 'picture-type' })
    const most = fetched.type === 'image/gif' ? MOST_GIF : MOST_IMAGE
    if (fetched.bytes.length > most) return failed({ status: 'rejected', reason: 'picture-size' })
    return fetched
  } catch (error) {
    if (!(error instanceof PictureRefused)) throw error
    if (error.code !== 'unreachable') return failed({ status: 'rejected', reason: `picture-${error.code}` })
    return failed({ status: 'later', after: MINUTE, reason: 'picture-unreachable', scope: 'row' })
  }
}

type Sent = { kind: 'id'; id: string } | Failure

/** docs.x.com/x-api/media/quickstart/media-upload-chunked: what it is, its pieces, that they are all, and its words. */
async function send(
  { api, clock }: { api: Api } & Pick<Surroundings, 'clock'>,
  { bytes, type }: Picture,
  alt: string | null,
  use: 'tweet' | 'dm',
): Promise<Sent> {
  const post = (step: string, path: string, body: Record<string, unknown>, form = false) =>
    api.call({ method: 'POST', endpoint: `POST media/upload/${step}`, path, body, form, timeout: SLOW })

  const started = await post('initialize', 'media/upload/initialize', {
    media_type: type,
    total_bytes: bytes.length,
    media_category: `${use}_${type === 'image/gif' ? 'gif' : 'image'}`,
  })
  if (started.kind !== 'ok') return started
  const id = STARTED.safeParse(started.body).data?.data.id
  if (id === undefined) return UNREADABLE
  for (let segment = 0; segment * PIECE < bytes.length; segment++) {
    const piece = Buffer.from(bytes.subarray(segment * PIECE, (segment + 1) * PIECE))
    const appended = await post('append', `media/upload/${id}/append`, { segment_index: segment, media: piece }, true)
    if (appended.kind !== 'ok') return appended
  }
  const failure =
    notReady(await untilDone(await post('finalize', `media/upload/${id}/finalize`, {}))) ??
    (alt === null || alt === '' ? null : notReady(await describe(id, alt)))
  return failure ?? { kind: 'id', id }

  async function untilDone(reply: Reply): Promise<Reply> {
    for (let look = 0; look < LOOKS && reply.kind === 'ok'; look++) {
      const work = PROGRESS.safeParse(reply.body).data?.data.processing_info
      if (work === undefined || work.state === 'succeeded') return reply
      if (work.state === 'failed')
        return { kind: 'refused', status: 400, problem: { code: 'refused', title: 'failed' } }
      await clock.wait(work.check_after_secs * SECOND)
      reply = await api.call({
        method: 'GET',
        endpoint: 'GET media/upload',
        path: 'media/upload',
        query: { command: 'STATUS', media_id: id },
      })
    }
    return reply.kind === 'ok' ? { kind: 'lost', reason: 'timeout' } : reply
  }

  function describe(media: string, words: string): Promise<Reply> {
    const text = words.slice(0, MOST_ALT)
    return api.call({
      method: 'POST',
      endpoint: 'POST media/metadata',
      path: 'media/metadata',
      body: { id: media, metadata: { alt_text: { text } } },
    })
  }
}

const notReady = (reply: Reply): Failure | null => (reply.kind === 'ok' ? null : reply)
