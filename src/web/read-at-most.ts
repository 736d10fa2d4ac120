/** A body that could not be read: `too-large`, or `cut` (it ended before its end, or took too long). */
export type Unread = 'too-large' | 'cut'

/** Platforms give up after ten seconds or so. */
const LONGEST = 10_000

/**
 * The very bytes of a request, at most `max` of them; one that says or turns out to be larger is not read to its end.
 */
export async function readAtMost(request: Request, max: number): Promise<Buffer | Unread> {
  if (Number(request.headers.get('content-length') ?? 0) > max) return 'too-large'
  if (request.body === null) return Buffer.alloc(0)
  const reader = request.body.getReader()
  const late = AbortSignal.timeout(LONGEST)
  const end = () => void reader.cancel().catch(() => {})
  late.addEventListener('abort', end, { once: true })
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return late.aborted ? 'cut' : Buffer.concat(parts, length)
      length += value.length
      if (length > max) {
        end()
        return 'too-large'
      }
      parts.push(value)
    }
  } catch {
    return 'cut'
  } finally {
    late.removeEventListener('abort', end)
  }
}
