import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readCall, type Unchecked } from './call.ts'
import type { Controls } from './control.ts'
import { control } from './control.ts'
import type { ForCall } from './faults.ts'
import type { Graph } from './graph.ts'
import { Refusal, refusalOf } from './refusal.ts'
import { answerCall } from './route.ts'

export interface Answer {
  status: number
  headers: Record<string, string>
  body: string
  /** Graph's code, where it says no. */
  code?: number
}

/** Graph and the control of runs on one port of this machine. */
export async function listen(graph: Graph, port: number, controls: Controls, broken: unknown[]): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('error', () => {})
    request.on('end', () => {
      serve(graph, controls, request, response, Buffer.concat(chunks)).catch((error: unknown) => {
        broken.push(error)
        if (!response.headersSent) respond(response, { status: 500, headers: {}, body: String(error) })
      })
    })
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return server
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port

async function serve(
  graph: Graph,
  controls: Controls,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'https://graph.facebook.com')
  if (url.pathname.startsWith('/_control/')) {
    return respond(response, await control(controls, url.pathname.slice('/_control/'.length), body.toString('utf8')))
  }
  const method = request.method ?? 'GET'
  const fault = graph.faults.take(method, url.pathname)
  const at = graph.clock.now()
  const written = graph.journal.written.length
  let params: Record<string, string> = {}
  const taken = (): Answer =>
    takeCall(graph, () => {
      const call = readCall(method, url, request.headers['content-type'] ?? '', body, (what) =>
        graph.journal.violate(what),
      )
      const { access_token: _token, appsecret_proof: _proof, ...kept } = call.params
      params = kept
      return call
    })
  if (fault?.kind === 'slow') await graph.clock.wait(fault.ms)
  const before = fault !== null && 'when' in fault && fault.when === 'before'
  const answer = fault?.kind === 'error' ? said(graph, refusalOf(fault.code, fault.subcode)) : before ? null : taken()
  const whole = fault === null || fault.kind === 'slow' || fault.kind === 'error'
  for (const one of graph.journal.written.slice(written)) one.answered = whole
  graph.journal.lookEnded(whole)
  if (before && method === 'POST') tried(graph, url, request, body)
  const status = whole && answer ? answer.status : fault?.kind === 'status' ? fault.status : 0
  graph.journal.ask({ at, method, path: url.pathname, params, status, code: answer?.code ?? null })
  if (whole && answer) respond(response, answer)
  else spoil(response, fault!, answer)
}

/** A text that did not arrive is remembered, so that sending it again without a look-up is seen. */
function tried(graph: Graph, url: URL, request: IncomingMessage, body: Buffer): void {
  try {
    const { path, params } = readCall('POST', url, request.headers['content-type'] ?? '', body, () => {})
    const [first = '', edge] = path
    const parent = edge === 'comments' ? first : edge === 'messages' ? recipientOf(params) : null
    const text = edge === 'messages' ? textOf(params) : params.message
    if (text !== undefined) graph.journal.write(text, parent, graph.clock.now(), null).answered = false
  } catch {
    // What cannot be read was no text.
  }
}

const recipientOf = ({ recipient }: Record<string, string>): string =>
  (JSON.parse(recipient ?? '{}') as { id?: string }).id ?? ''
const textOf = ({ message }: Record<string, string>): string | undefined =>
  (JSON.parse(message ?? '{}') as { text?: string }).text

function takeCall(graph: Graph, read: () => Unchecked): Answer {
  try {
    const call = read()
    graph.usage.count()
    const answer = answerCall(graph, call)
    return { status: 200, headers: headersOf(graph, call.version), body: JSON.stringify(answer) }
  } catch (error) {
    if (error instanceof Refusal) return said(graph, error)
    throw error
  }
}

const said = (graph: Graph, refusal: Refusal): Answer => ({
  status: refusal.status,
  headers: {
    ...headersOf(graph, 'v25.0'),
    'www-authenticate': `OAuth "Facebook Platform" "${refusal.error.type}" "${refusal.message.replaceAll('"', "'")}"`,
  },
  body: refusal.body,
  code: refusal.error.code,
})

const headersOf = (graph: Graph, version: string): Record<string, string> => ({
  'content-type': 'application/json; charset=UTF-8',
  'facebook-api-version': version,
  'cache-control': 'private, no-cache, no-store, must-revalidate',
  ...graph.usage.headers(),
})

const HTML = '<!DOCTYPE html><html><body><h1>Sorry, something went wrong.</h1></body></html>'

function spoil(response: ServerResponse, fault: ForCall, answer: Answer | null): void {
  const html = (status: number, body = HTML, type = 'text/html') =>
    respond(response, { status, headers: { 'content-type': type }, body })
  if (fault.kind === 'drop') response.destroy()
  else if (fault.kind === 'status') html(fault.status)
  else if (fault.kind === 'html') html(200)
  else if (fault.kind === 'true') html(200, 'true', 'application/json')
  else if (fault.kind === 'empty') html(200, '', 'application/json')
  else if (fault.kind === 'half') html(200, (answer?.body ?? '{"id":').slice(0, 9), 'application/json')
}

function respond(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}
