import type { IncomingMessage } from 'node:http'

/** A body that could not be read: `too-large`, or `cut` (it ended before its end). */
export type Unread = 'too-large' | 'cut'

/**
 * The very bytes of a request, at most `max` of them; one that says or turns out to be larger is not read to its end.
 * Never rejects.
 */
export function readAtMost(request: IncomingMessage, max: number): Promise<Buffer | Unread> {
  if (Number(request.headers['content-length'] ?? 0) > max) return Promise.resolve('too-large')
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    let length = 0
    request.on('data', (part: Buffer) => {
      length += part.length
      if (length <= max) parts.push(part)
      else {
        parts.length = 0
        resolve('too-large')
      }
    })
    request.on('end', () => resolve(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)))
    request.on('error', () => resolve('cut'))
    request.on('close', () => resolve('cut'))
  })
}
