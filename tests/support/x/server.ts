import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Controls, control } from '../slack/control.ts'
import type { ForCall } from '../slack/faults.ts'
import { bodyOf } from './body.ts'
import { answerCall, posts } from './call.ts'
import { routeOf } from './routes.ts'
import type { Answer, Call } from './types.ts'
import type { X } from './x.ts'

/** The one port: the API and the control of runs. */
export async function listen(x: X, port: number, controls: Controls): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('error', () => {})
    request.on('end', () => {
      serve(x, controls, request, response, Buffer.concat(chunks)).catch((error: unknown) => {
        x.broken.push(error)
        if (!response.headersSent) send(response, { status: 500, headers: {}, body: String(error) })
      })
    })
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return { server, port: (server.address() as AddressInfo).port }
}

async function serve(x: X, controls: Controls, request: IncomingMessage, response: ServerResponse, raw: Buffer) {
  const [path = '', query = ''] = (request.url ?? '').split('?')
  if (path.startsWith('/_control/')) {
    return send(response, await control(controls, path.slice('/_control/'.length), raw.toString('utf8')))
  }
  const contentType = request.headers['content-type'] ?? null
  const call: Call = {
    method: request.method ?? '',
    path,
    query: new URLSearchParams(query),
    headers: request.headers as Record<string, string>,
    contentType,
    body: bodyOf(contentType, raw),
    raw,
  }
  await answered(x, call, response)
  x.changed()
}

/** Takes the call, with whatever is to go wrong before and after. */
async function answered(x: X, call: Call, response: ServerResponse): Promise<void> {
  response.once('close', () => {
    if (!response.writableFinished) x.journal.gone++
    x.changed()
  })
  const route = routeOf(call.method, call.path)
  const endpoint = route?.endpoint ?? `${call.method} ${call.path}`
  const reset = x.faults.limited(endpoint)
  const fault = reset > 0 ? null : x.faults.forCall(endpoint)
  if (fault?.kind === 'slow') {
    const waited = x.clock.wait(fault.ms)
    x.changed()
    await waited
  }
  const early = fault !== null && 'when' in fault && fault.when === 'before'
  const answer = reset > 0 ? limited(x, reset) : early ? null : answerCall(x, call)
  const told = reset > 0 ? answer : spoilt(fault, answer)
  const cut = !fault && reset === 0 && x.cuts > 0
  if (cut) x.cuts--
  if (route && posts(route)) noteUnheard(x, call, response, cut || told === null || told !== answer)
  x.journal.saw({
    at: x.clock.now(),
    endpoint,
    path: call.path,
    query: Object.fromEntries(call.query),
    body: call.contentType?.startsWith('multipart/') ? null : call.body,
    status: told?.status ?? 0,
    fault: cut ? 'cut' : reset > 0 ? 'limited' : (fault?.kind ?? null),
  })
  if (told === null) response.destroy()
  else if (cut) cutShort(response, told)
  else send(response, told)
}

/** A post whose answer does not get through, or says nothing: whoever sent it cannot know how it went. */
function noteUnheard(x: X, call: Call, response: ServerResponse, spoiled: boolean): void {
  if (spoiled || response.destroyed) x.journal.leftOpen(call)
  else response.once('close', () => response.writableFinished || x.journal.leftOpen(call))
}

function spoilt(fault: ForCall | null, answer: Answer | null): Answer | null {
  const html = { 'content-type': 'text/html' }
  if (fault?.kind === 'drop') return null
  if (fault?.kind === 'status') return { status: fault.status, headers: html, body: '<html>upstream error</html>' }
  if (fault?.kind === 'garbage') return { status: 200, headers: html, body: '<html>Something went wrong' }
  return answer
}

function limited(x: X, seconds: number): Answer {
  const body = JSON.stringify({
    title: 'Too Many Requests',
    detail: 'Too Many Requests',
    type: 'about:blank',
    status: 429,
  })
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    'x-rate-limit-limit': '1',
    'x-rate-limit-remaining': '0',
    'x-rate-limit-reset': String(Math.ceil(x.clock.now() / 1_000) + seconds),
  }
  return { status: 429, headers, body }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

function cutShort(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.write(body.slice(0, Math.floor(body.length / 2)), () => response.destroy())
}
