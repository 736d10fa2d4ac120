import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { ask } from './ask.ts'
import type { FakeSlack } from './fake.ts'

export interface Heard {
  headers: IncomingHttpHeaders
  body: string
}

/** An app of the test's own at an address; `answers` decides with which status, and whether at all (null: silence). */
export async function appAt(slack: FakeSlack, answers: (heard: Heard) => number | null = () => 200): Promise<Heard[]> {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const one = { headers: request.headers, body }
      heard.push(one)
      const status = answers(one)
      if (status !== null) response.writeHead(status).end()
      slack.changed()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  slack.mode = 'http'
  slack.requestUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`
  return heard
}

export interface Frame {
  type: string
  envelope_id?: string
  reason?: string
  num_connections?: number
  retry_attempt?: number
  payload?: { type: string; event: { type: string; text?: string; subtype?: string }; event_id: string }
}

/** A bare socket of the app: its frames, acknowledged where `acks` says so. */
export async function socketOf(slack: FakeSlack, acks: (frame: Frame) => boolean = () => true) {
  const { url } = await ask(slack, 'apps.connections.open', {}, slack.appToken)
  const socket = new WebSocket(String(url))
  const frames: Frame[] = []
  let closed = false
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as Frame
    frames.push(frame)
    if (frame.envelope_id && acks(frame)) socket.send(JSON.stringify({ envelope_id: frame.envelope_id }))
    slack.changed()
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    closed = true
    slack.changed()
  })
  onTestFinished(() => socket.terminate())
  await slack.until(() => frames.length > 0 || closed)
  return { socket, frames, closed: () => closed, events: () => frames.filter((frame) => frame.type === 'events_api') }
}
