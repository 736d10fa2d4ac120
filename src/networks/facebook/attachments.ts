import type { Attachment } from '../../model/network.ts'
import type { Attached, Message } from './shapes.ts'

type Piece = Omit<Attached, 'subattachments'>

/** What stands with a comment or a post: pictures, films, and links as files that are named after their title. */
export function attachmentsOf(attached: readonly Attached[]): Attachment[] {
  return attached.flatMap(({ subattachments, ...one }) => (subattachments?.data ?? [one]).flatMap(pieceOf))
}

function pieceOf({ type, media_type, media, url, title, description }: Piece): Attachment[] {
  const what = `${media_type ?? ''} ${type ?? ''}`.toLowerCase()
  const alt = description || title || null
  const image = media?.image?.src
  if (/video/.test(what)) return one('video', media?.source ?? url ?? image, alt)
  if (/photo|sticker|animated|image|album/.test(what)) return one('image', image ?? url, alt)
  return one('file', url ?? image, title || description || null)
}

/** What came with a private message, as Graph tells it. */
export const privateAttachmentsOf = ({ attachments }: Message): Attachment[] =>
  (attachments?.data ?? []).flatMap(({ mime_type, name, image_data, video_data, file_url }) => {
    if (image_data?.url) return one('image', image_data.url, name ?? null)
    if (video_data?.url) return one('video', video_data.url, name ?? null)
    return one(mime_type?.startsWith('audio/') ? 'audio' : 'file', file_url, name ?? null)
  })

/** Only an address of the web is passed on. */
export function one(kind: Attachment['kind'], url: string | null | undefined, alt: string | null): Attachment[] {
  return url && /^https?:\/\//i.test(url) ? [{ kind, url, alt }] : []
}
