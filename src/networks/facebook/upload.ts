import { MINUTE } from '../../model/clock.ts'
import type { Attachment, Outcome } from '../../model/network.ts'
import { type Picture, PictureRefused } from '../network.ts'
import type { Context } from './context.ts'

/** @see https://developers.facebook.com/docs/graph-api/reference/page/photos */
const MAX_BYTES = 10 * 1024 * 1024
const NAMES = new Map([
  ['image/jpeg', 'picture.jpg'],
  ['image/png', 'picture.png'],
  ['image/gif', 'picture.gif'],
])

/** A file in a form, as `fb` hands it to `request`. */
export type Upload = { value: Buffer; options: { filename: string; contentType: string } }

/** Fetches a picture for Facebook; or why nothing can go out with it. */
export async function uploadOf(
  context: Context,
  image: Attachment,
): Promise<{ upload: Upload } | { refused: Outcome }> {
  try {
    return named(await context.picture(image, MAX_BYTES))
  } catch (error) {
    if (!(error instanceof PictureRefused)) throw error
    const reason = `picture-${error.code}`
    if (error.code === 'unreachable') return { refused: { status: 'later', after: MINUTE, reason, scope: 'row' } }
    return { refused: { status: 'rejected', reason } }
  }
}

function named({ bytes, type }: Picture): { upload: Upload } | { refused: Outcome } {
  const filename = NAMES.get(type)
  if (filename === undefined)
    return { refused: { status: 'rejected', reason: type === 'image/webp' ? 'picture-webp' : 'picture-type' } }
  return { upload: { value: bytes, options: { filename, contentType: type } } }
}
