import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answer, answerCall } from './call.ts'
import { type Controls, control } from './control.ts'
import { respond } from './response-urls.ts'
import type { Slack } from './slack.ts'

/** The one port: the Web API, the addresses that answers go to, the socket's door, and the control of runs. */
export async function listen(
  slack: Slack,
  port: number,
  controls: Controls,
): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('error', () => {})
    request.on('end', () => {
      serve(slack, controls, request, response, Buffer.concat(chunks)).catch((error: unknown) => {
        slack.broken.push(error)
        if (!response.headersSent) send(response, { status: 500, headers: {}, body: String(error) })
      })
    })
  })
  server.keepAliveTimeout = 60_000
  server.on('upgrade', (request, socket, head) => slack.sockets.upgrade(request, socket, head))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return { server, port: (server.address() as AddressInfo).port }
}

async function serve(
  slack: Slack,
  controls: Controls,
  request: IncomingMessage,
  response: ServerResponse,
  raw: Buffer,
): Promise<void> {
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const body = raw.toString('utf8')
  if (path.startsWith('/_fake/')) return send(response, await control(controls, path.slice('/_fake/'.length), body))
  if (path.startsWith('/actions/') || path.startsWith('/commands/') || path.startsWith('/app/')) {
    return answered(slack, 'response_url', response, () => respond(slack, path, body))
  }
  if (!path.startsWith('/api/')) return send(response, { status: 404, headers: {}, body: 'not found' })
  const method = path.slice('/api/'.length)
  const authorization = request.headers.authorization ?? ''
  const contentType = request.headers['content-type'] ?? ''
  return answered(slack, method, response, () => answerCall(slack, { method, authorization, contentType, body, query }))
}

/** Takes the call, with whatever is to go wrong before and after. */
async function answered(slack: Slack, method: string, response: ServerResponse, take: () => Answer): Promise<void> {
  const fault = slack.faults.forCall(method)
  if (fault?.kind === 'slow') await slack.clock.wait(fault.ms)
  const early = fault && 'when' in fault && fault.when === 'before'
  const answer = early ? null : take()
  if (fault?.kind === 'drop') response.destroy()
  else if (fault?.kind === 'status')
    send(response, {
      status: fault.status,
      headers: { 'content-type': 'text/html' },
      body: '<html>upstream error</html>',
    })
  else if (fault?.kind === 'garbage')
    send(response, { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Slack is having a moment' })
  else if (answer) send(response, answer)
  slack.changed()
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}
