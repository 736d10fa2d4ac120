import type { z } from 'zod'
import type { Attachment } from '../../model/network.ts'
import type { MEDIA } from './wire.ts'

type Media = z.infer<typeof MEDIA>

/** The attachments of a post or private message, in its order; those without an address to look at are left out. */
export function attachmentsOf(keys: readonly string[], media: readonly Media[]): Attachment[] {
  return keys.flatMap((key) => {
    const one = media.find((it) => it.media_key === key)
    const url = one ? addressOf(one) : null
    return one && url ? [{ kind: one.type === 'photo' ? 'image' : 'video', url, alt: one.alt_text ?? null }] : []
  })
}

/** A photo's own; of a video, and of a GIF which is one, the best that plays everywhere, or else its still. */
function addressOf(media: Media): string | null {
  if (media.url) return media.url
  const best = media.variants
    .filter((it) => it.content_type === 'video/mp4')
    .sort((a, b) => (b.bit_rate ?? 0) - (a.bit_rate ?? 0))[0]
  return best?.url ?? media.preview_image_url ?? null
}
