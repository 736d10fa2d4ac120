import type { Ask, Done, Method } from '../method.ts'
import { invalid, notFound, Refused } from '../refused.ts'
import type { Media } from '../types.ts'
import { MEDIA_KEPT } from './attached.ts'

/** Bytes at most by category: docs.x.com/x-api/media/quickstart/best-practices. */
const MOST: Readonly<Record<string, number>> = {
  tweet_image: 5_242_880,
  dm_image: 5_242_880,
  tweet_gif: 15_728_640,
  dm_gif: 15_728_640,
  tweet_video: 536_870_912,
}
/** How a file of each type begins. */
const BEGINS: Readonly<Record<string, RegExp>> = {
  'image/jpeg': /^\xff\xd8\xff/,
  'image/png': /^\x89PNG\r\n/,
  'image/gif': /^GIF8[79]a/,
  'image/webp': /^RIFF.{4}WEBP/s,
}
/** Alt text is 1,000 characters at most (same page). */
const ALT = 1_000

const bad = (parameter: string, value: string, message: string) => invalid([{ parameter, value, message }])

function ours({ state, caller }: Ask, id: string): Media {
  const media = state.media.byId(id)
  if (!media || media.owner !== caller.user) throw new Refused(404, { ...notFound('media', 'id', id), status: 404 })
  return media
}

const working = ({ category }: Media): boolean => category === 'tweet_video' || category === 'tweet_gif'

function told(media: Media, at: number): Done {
  const processing =
    media.state === 'pending'
      ? { processing_info: { state: 'pending', check_after_secs: 1 } }
      : media.state === 'ready' && working(media)
        ? { processing_info: { state: 'succeeded', progress_percent: 100 } }
        : {}
  const left = Math.max(0, Math.floor((media.at + MEDIA_KEPT - at) / 1_000))
  const data = { id: media.id, media_key: media.key, expires_after_secs: left, size: media.totalBytes, ...processing }
  return { status: 200, body: { data } }
}

/** POST /2/media/upload/initialize. */
export const initialize: Method = {
  needs: 'write',
  does({ state, caller, body, at }) {
    const {
      media_type: type = '',
      total_bytes: totalBytes = 0,
      media_category: category = 'tweet_image',
    } = body as {
      media_type?: string
      total_bytes?: number
      media_category?: string
    }
    if (totalBytes === 0) throw bad('total_bytes', '0', 'total_bytes is missing')
    if (totalBytes > (MOST[category] ?? 0)) {
      throw bad('total_bytes', String(totalBytes), `File size exceeds ${MOST[category] ?? 0} bytes.`)
    }
    const media = state.media.add({ owner: caller.user ?? '', type, category, totalBytes }, at)
    return {
      status: 200,
      body: { data: { id: media.id, media_key: media.key, expires_after_secs: MEDIA_KEPT / 1_000 } },
    }
  },
}

/** POST /2/media/upload/{id}/append: a piece of the file, as a form. */
export const append: Method = {
  needs: 'write',
  does(ask) {
    const media = ours(ask, ask.path.id ?? '')
    const { media: bytes = '', segment_index: segment = '' } = ask.body as { media?: string; segment_index?: string }
    if (media.state !== 'uploading') throw bad('id', media.id, 'The media was finalized before.')
    media.segments.set(Number(segment), Buffer.from(bytes, 'latin1'))
    return { status: 200, body: { data: { expires_at: Math.floor((media.at + MEDIA_KEPT) / 1_000) } } }
  },
}

/** POST /2/media/upload/{id}/finalize: all pieces must have come, and be what was said. */
export const finalize: Method = {
  needs: 'write',
  does(ask) {
    const media = ours(ask, ask.path.id ?? '')
    const whole = Buffer.concat([...media.segments].sort(([a], [b]) => a - b).map(([, piece]) => piece))
    const gapless = [...media.segments.keys()].every((index) => index < media.segments.size)
    if (whole.length !== media.totalBytes || !gapless) {
      throw bad(
        'id',
        media.id,
        `Segments do not add up to provided total file size: ${whole.length} of ${media.totalBytes}.`,
      )
    }
    const begins = BEGINS[media.type]
    if (begins && !begins.test(whole.subarray(0, 16).toString('latin1'))) {
      media.state = 'failed'
      throw bad('media_type', media.type, `Invalid media: the file is no ${media.type}.`)
    }
    media.state = working(media) ? 'pending' : 'ready'
    return told(media, ask.at)
  },
}

/** GET /2/media/upload?command=STATUS: work on a gif or video is done when it is asked for. */
export const status: Method = {
  needs: 'write',
  does(ask) {
    const media = ours(ask, ask.query.get('media_id') ?? '')
    if (media.state === 'pending') media.state = 'ready'
    return told(media, ask.at)
  },
}

/** POST /2/media/metadata: the words for those who do not see it. */
export const describe: Method = {
  needs: 'write',
  does(ask) {
    const { id = '', metadata } = ask.body as { id?: string; metadata?: { alt_text?: { text?: string } } }
    const media = ours(ask, id)
    const text = metadata?.alt_text?.text ?? ''
    if (text.length > ALT)
      throw bad('metadata.alt_text.text', String(text.length), `Alt text exceeds ${ALT} characters.`)
    media.altText = text
    return { status: 200, body: { data: { id, associated_metadata: { alt_text: { text } } } } }
  },
}
