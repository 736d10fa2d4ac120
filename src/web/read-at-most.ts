/** A body that could not be read: `too-large`, or `cut` (it ended before its end). */
export type Unread = 'too-large' | 'cut'

/**
 * The very bytes of a request, at most `max` of them; one that says or turns out to be larger is not read to its end.
 * Who says how long it is costs least: it is read in one go.
 */
export async function readAtMost(request: Request, max: number): Promise<Buffer | Unread> {
  const length = request.headers.get('content-length')
  if (Number(length ?? 0) > max) return 'too-large'
  try {
    if (length !== null && !request.headers.has('transfer-encoding')) return Buffer.from(await request.arrayBuffer())
    return await readParts(request, max)
  } catch {
    return 'cut'
  }
}

async function readParts({ body }: Request, max: number): Promise<Buffer | Unread> {
  if (body === null) return Buffer.alloc(0)
  const reader = body.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(parts, length)
    length += value.length
    if (length > max) {
      reader.cancel().catch(() => {})
      return 'too-large'
    }
    parts.push(value)
  }
}
