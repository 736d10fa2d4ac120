/** What a body says: JSON, a form, or the fields of a multipart form (a file as its bytes in latin1); undefined where there is none. */
export function bodyOf(contentType: string | null, raw: Buffer): unknown {
  if (raw.length === 0) return undefined
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase()
  if (type === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(raw.toString('utf8')))
  if (type === 'multipart/form-data') return multipart(/boundary="?([^";]+)/.exec(contentType ?? '')?.[1] ?? '', raw)
  try {
    return JSON.parse(raw.toString('utf8'))
  } catch {
    return raw.toString('utf8')
  }
}

function multipart(boundary: string, raw: Buffer): Record<string, string> {
  const fields: Record<string, string> = {}
  // Latin1 keeps each byte a character, so that a file survives.
  for (const piece of raw.toString('latin1').split(`--${boundary}`)) {
    const split = piece.indexOf('\r\n\r\n')
    const name = /name="([^"]+)"/.exec(piece.slice(0, split))?.[1]
    if (split >= 0 && name) fields[name] = piece.slice(split + 4, -2)
  }
  return fields
}
