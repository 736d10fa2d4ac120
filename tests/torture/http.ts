/** What a call came to: `unsent` where nobody was there, `lost` where the other side went away before it had answered. */
export type Answer<T> =
  | { status: 'ok'; code: number; body: T }
  | { status: 'refused'; code: number; text: string }
  | { status: 'unsent'; why: string }
  | { status: 'lost'; why: string }

const PATIENCE = 15_000

/** One call with JSON both ways; never throws. */
export async function call<T>(method: string, url: string, body?: object): Promise<Answer<T>> {
  try {
    const response = await fetch(url, {
      method,
      signal: AbortSignal.timeout(PATIENCE),
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) return { status: 'refused', code: response.status, text }
    return { status: 'ok', code: response.status, body: JSON.parse(text) as T }
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null
    const code = cause instanceof Error && 'code' in cause ? cause.code : null
    return { status: code === 'ECONNREFUSED' ? 'unsent' : 'lost', why: `${error}: ${cause}` }
  }
}

/** The same, for what must be had: asked again until it answers, for up to a minute. */
export async function mustGet<T>(url: string): Promise<T> {
  let last: Answer<T> = { status: 'lost', why: 'never asked' }
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    last = await call<T>('GET', url)
    if (last.status === 'ok') return last.body
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`${url}: ${last.status === 'refused' ? `${last.code} ${last.text}` : last.why}`)
}
