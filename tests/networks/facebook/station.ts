import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Hook, HookAnswer, HookRequest } from '../../../src/networks/network.ts'

/** Takes what Facebook brings as the station's port does: whole bodies, names of headers in lower case. */
export class HookStation {
  readonly stored: string[] = []
  readonly answers: number[] = []
  readonly #server: Server

  constructor(hook: Hook) {
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        const headers = Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key, String(value)]))
        const query = new URL(request.url ?? '', 'http://station').searchParams
        const method = request.method as HookRequest['method']
        this.#give(hook.answer({ method, headers, query, body: Buffer.concat(parts) }), response)
      })
    })
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/facebook/webhook`
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #give({ status, headers, body, store }: HookAnswer, response: import('node:http').ServerResponse): void {
    this.answers.push(status)
    if (store !== undefined) this.stored.push(store)
    response.writeHead(status, headers).end(body)
  }
}
