import type { Server } from 'node:http'
import { controlsOf } from './controls.ts'
import { placePost } from './edges/feed.ts'
import { Graph, type GraphOptions } from './graph.ts'
import { Public } from './public.ts'
import { listen, portOf } from './server.ts'
import type { Post } from './types.ts'
import { Deliveries } from './webhooks/deliveries.ts'

/**
 * The Graph API of one page and one app, as strict as its documentation, on a port of this machine. There is no published
 * description in a file: each rule names its page of https://developers.facebook.com/docs.
 */
export class FakeFacebook extends Graph {
  static async start(options: GraphOptions = {}): Promise<FakeFacebook> {
    const facebook = new FakeFacebook(options)
    facebook.#server = await listen(facebook, options.port ?? 0, controlsOf(facebook), facebook.broken)
    facebook.url = `http://127.0.0.1:${portOf(facebook.#server)}`
    return facebook
  }

  /** For the proxy: behind https://graph.facebook.com. */
  url = ''
  /** What broke in the fake itself. */
  readonly broken: unknown[] = []
  readonly public = new Public(this)
  readonly webhooks = new Deliveries(this)
  #server: Server | null = null

  /** What the station needs in its settings. */
  get settings() {
    const { app, page } = this.tokens
    return { appId: app.id, appSecret: app.secret, pageId: this.page.self.id, pageToken: page.token }
  }

  /** A post of the page that somebody wrote by hand, on Facebook itself. */
  byHand = (message: string): Post => placePost(this, { message, link: null, photos: [], item: 'status' })

  /** Ends it. Rejects where a request broke the documentation, or the fake itself broke: nothing was proved then. */
  async stop(): Promise<void> {
    this.webhooks.end()
    this.#server?.closeAllConnections()
    await new Promise((resolve) => this.#server?.close(resolve) ?? resolve(null))
    const faults = [
      ...this.journal.violations.map((fault) => `Graph's documentation: ${fault}`),
      ...this.broken.map(String),
    ]
    if (faults.length > 0) throw new Error([...new Set(faults)].join('\n'))
  }
}
