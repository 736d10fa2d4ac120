import type { Server } from 'node:http'
import { controlsOf } from './control.ts'
import { XWithPublic } from './public.ts'
import { listen } from './server.ts'
import type { XOptions } from './x.ts'

/** An X API v2 of one app with one account, as strict as X, on a port of this machine. */
export class FakeX extends XWithPublic {
  static async start(options: XOptions = {}): Promise<FakeX> {
    const x = new FakeX(options)
    const { server, port } = await listen(x, options.port ?? 0, controlsOf(x))
    x.#server = server
    x.#port = port
    return x
  }

  #server: Server | null = null
  #port = 0

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Ends it. Rejects where a request or an answer broke the published description, or the fake itself broke. */
  async stop(): Promise<void> {
    await this.webhooks.settled()
    this.#server?.closeAllConnections()
    await new Promise((resolve) => this.#server?.close(resolve) ?? resolve(null))
    const faults = [...this.journal.violations.map((fault) => `X's description: ${fault}`), ...this.broken.map(String)]
    if (faults.length > 0) throw new Error([...new Set(faults)].join('\n'))
  }
}
