import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { apiAnswer } from './answer.ts'
import { ApiError } from './api-error.ts'
import { METHODS } from './calls/index.ts'
import { control } from './control.ts'
import type { FakeYouTube } from './fake.ts'

export interface Answer {
  status: number
  /** Null: none at all. */
  body: object | null
}

/** The one port: the token endpoint, the Data API, and the control of runs. */
export function serve(youtube: FakeYouTube, request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('error', () => {})
  request.on('end', () => {
    answered(youtube, request, response, Buffer.concat(chunks).toString()).catch((error: unknown) => {
      youtube.broken.push(error)
      if (!response.headersSent) send(response, { status: 500, body: { error: String(error) } })
    })
  })
}

async function answered(
  youtube: FakeYouTube,
  request: IncomingMessage,
  response: ServerResponse,
  raw: string,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://youtube')
  if (url.pathname.startsWith('/_control/')) return send(response, await control(youtube, url.pathname.slice(10), raw))
  const host = (request.headers.host ?? '').split(':')[0] ?? ''
  const oauth = url.pathname === '/token' || url.pathname === '/tokeninfo'
  const astray = host.endsWith('googleapis.com') && oauth !== (host === 'oauth2.googleapis.com')
  const key = `${request.method} ${url.pathname}`
  const method = oauth ? url.pathname.slice(1) : METHODS[key]?.name
  if (astray || method === undefined)
    return send(response, { status: 404, body: new ApiError(404, 'notFound', 'Not Found', 'global').body })

  const entry = {
    at: youtube.clock.now(),
    method,
    query: queryOf(url, oauth),
    body: oauth ? null : parsed(raw),
    status: null as number | null,
  }
  youtube.journal.requests.push(entry)
  const fault = youtube.faults.forCall(method)
  if (fault?.kind === 'slow') await pause(fault.ms)
  const early = fault !== null && (fault.kind === 'rate' || ('when' in fault && fault.when === 'before'))
  const answer = early
    ? null
    : oauth
      ? oauthAnswer(youtube, url, request, raw)
      : apiAnswer(youtube, key, url, request, raw)
  if (fault && 'when' in fault && fault.when === 'after' && method === 'comments.insert' && answer?.status === 200) {
    const { parentId, textOriginal } = (parsed(raw) as { snippet: { parentId: string; textOriginal: string } }).snippet
    youtube.journal.loses(parentId, textOriginal)
  }
  if (fault?.kind === 'drop') return void response.destroy()
  const said = fault?.kind === 'status' ? fault.status : (answer?.status ?? 200)
  entry.status = fault?.kind === 'rate' ? 403 : said
  if (fault?.kind === 'status') return sendText(response, fault.status, '<html>upstream error</html>')
  if (fault?.kind === 'garbage') return sendText(response, 200, '<html>YouTube is having a moment')
  if (fault?.kind === 'rate') return send(response, { status: 403, body: RATE.body })
  if (answer) send(response, answer)
}

const RATE = new ApiError(403, 'rateLimitExceeded', 'Quota exceeded for quota metric per minute.', 'usageLimits')

function oauthAnswer(youtube: FakeYouTube, url: URL, request: IncomingMessage, raw: string): Answer {
  if (url.pathname === '/token') {
    if (request.method !== 'POST') return { status: 404, body: { error: 'not_found' } }
    return youtube.oauth.token(new URLSearchParams(raw))
  }
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  return youtube.oauth.tokenInfo(bearer ?? url.searchParams.get('access_token') ?? '')
}

/** A query holds tokens on the way to `tokeninfo` alone. */
const queryOf = (url: URL, secret: boolean): Record<string, string> =>
  secret ? {} : Object.fromEntries(url.searchParams)

export function parsed(raw: string): unknown {
  if (raw === '') return undefined
  try {
    return JSON.parse(raw)
  } catch {
    return raw
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  const text = body === null ? '' : JSON.stringify(body)
  const type = body === null ? {} : { 'content-type': 'application/json; charset=UTF-8' }
  response.writeHead(status, { ...type, 'content-length': Buffer.byteLength(text) })
  response.end(text)
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/html', 'content-length': Buffer.byteLength(text) })
  response.end(text)
}
