import { wrongParam } from './refusal.ts'

export interface Upload {
  name: string
  filename: string
  type: string
  bytes: Buffer
}

/** What a form with files holds. @throws {Refusal} where it cannot be read */
export function readMultipart(contentType: string, body: Buffer): { params: Record<string, string>; files: Upload[] } {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (!boundary) throw wrongParam('The form has no boundary')
  const params: Record<string, string> = {}
  const files: Upload[] = []
  const mark = Buffer.from(`--${boundary}`)
  for (let at = body.indexOf(mark); at >= 0; ) {
    const start = at + mark.length
    const next = body.indexOf(mark, start)
    if (next < 0) break
    const part = body.subarray(start + 2, next - 2)
    const split = part.indexOf('\r\n\r\n')
    const head = part.subarray(0, split).toString('utf8')
    const bytes = part.subarray(split + 4)
    const name = /[; ]name="([^"]*)"/i.exec(head)?.[1] ?? ''
    const filename = /filename="([^"]*)"/i.exec(head)?.[1]
    if (filename === undefined) params[name] = bytes.toString('utf8')
    else files.push({ name, filename, type: /content-type:\s*(\S+)/i.exec(head)?.[1] ?? '', bytes: Buffer.from(bytes) })
    at = next
  }
  return { params, files }
}
