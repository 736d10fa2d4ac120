import { readMultipart, type Upload } from './multipart.ts'
import { oauth, wrongParam } from './refusal.ts'
import type { Token } from './tokens.ts'

export type Method = 'GET' | 'POST' | 'DELETE'

/** One request to Graph, read. */
export interface Call {
  method: Method
  version: string
  /** The path behind the version: `['me', 'feed']`. */
  path: string[]
  params: Record<string, string>
  files: Upload[]
  token: Token
}

/** The versions that answer. @see https://developers.facebook.com/docs/graph-api/changelog/versions */
export const VERSIONS = ['v20.0', 'v21.0', 'v22.0', 'v23.0', 'v24.0', 'v25.0', 'v26.0']

export type Unchecked = Omit<Call, 'token'>

/**
 * @param violate told what Graph lets pass but its documentation does not describe
 * @throws {Refusal} where Graph would not understand it
 */
export function readCall(
  method: string,
  url: URL,
  contentType: string,
  body: Buffer,
  violate: (what: string) => void,
): Unchecked {
  if (method !== 'GET' && method !== 'POST' && method !== 'DELETE') throw wrongParam(`Unsupported method ${method}`)
  const path = url.pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent)
  const [version = ''] = path
  if (VERSIONS.includes(version)) path.shift()
  else if (/^v\d+\.\d+$/.test(version)) {
    if (Number(version.slice(1)) > 26) throw oauth(2500, `Unknown path components: /${version}`)
    // Graph answers with its oldest version then; what comes may be of another shape than was asked for.
    violate(`${version} is no longer answered`)
    path.shift()
  } else violate(`no version in ${url.pathname}`)
  const query = Object.fromEntries(url.searchParams)
  const { params, files } = readBody(contentType, body)
  return {
    method,
    version: VERSIONS.includes(version) ? version : VERSIONS[0]!,
    path,
    params: { ...query, ...params },
    files,
  }
}

function readBody(contentType: string, body: Buffer): { params: Record<string, string>; files: Upload[] } {
  if (body.length === 0) return { params: {}, files: [] }
  if (contentType.startsWith('multipart/form-data')) return readMultipart(contentType, body)
  if (contentType.startsWith('application/json')) {
    const read: unknown = JSON.parse(body.toString('utf8'))
    const entries = Object.entries(read as object).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ])
    return { params: Object.fromEntries(entries), files: [] }
  }
  return { params: Object.fromEntries(new URLSearchParams(body.toString('utf8'))), files: [] }
}
