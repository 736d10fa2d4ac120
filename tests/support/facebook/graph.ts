import type { Clock } from '../../../src/model/clock.ts'
import { systemClock } from '../../../src/system-clock.ts'
import { Faults } from './faults.ts'
import { Journal } from './journal.ts'
import { FacebookPage } from './page.ts'
import { notPermitted } from './refusal.ts'
import { type PageToken, type Permission, type Token, Tokens } from './tokens.ts'
import type { Node } from './types.ts'
import { Usage } from './usage.ts'

export interface GraphOptions {
  port?: number
  /** Times in answers, token ends, limits and slow answers go by it. */
  clock?: Clock
  page?: { id: string; name: string; username: string }
  appId?: string
  appSecret?: string
  pageToken?: string
  /** Calls in a rolling hour before 80001; absent: no limit. */
  perHour?: number
}

/** The state of one page on Facebook, and the app that speaks for it. */
export class Graph {
  readonly clock: Clock
  readonly page: FacebookPage
  readonly tokens: Tokens
  readonly usage: Usage
  readonly journal = new Journal()
  readonly faults = new Faults()
  /** What the app is subscribed to at this page. */
  readonly subscribed = new Set<string>()

  constructor(options: GraphOptions) {
    this.clock = options.clock ?? systemClock()
    const now = () => this.clock.now()
    this.page = new FacebookPage(
      options.page ?? { id: '104200000000017', name: 'Bibliotheek De Voorbeeld', username: 'bibliotheekvoorbeeld' },
    )
    const app = {
      id: options.appId ?? '772000000000031',
      secret: options.appSecret ?? '5f0c1d9e8b7a6f5e4d3c2b1a09f8e7d6',
      name: 'Schatkamer',
    }
    const { id, name } = this.page.self
    this.tokens = new Tokens(app, options.pageToken ?? 'EAAPageTokenForTests', { id, name }, now)
    this.usage = new Usage(id, now)
    this.usage.perHour = options.perHour ?? 0
  }

  /** What every listener of this page's news is told of, after a change; webhooks take it up. */
  told: (news: News) => void = () => {}

  /** @throws {Refusal} where the token is not the page's, or may not do this */
  allow(token: Token, permission: Permission, acts = false): PageToken {
    if (token.kind !== 'page' || token.page.id !== this.page.self.id || !token.permissions.has(permission)) {
      throw notPermitted(permission, acts)
    }
    return token
  }

  /** The object of an id, `me` among them. */
  node(id: string, token: Token): Node | null {
    if (id === 'me' && token.kind === 'page') {
      if (token.page.id === this.page.self.id) return this.page.self
      return { kind: 'page', username: '', ...token.page }
    }
    const { app } = this.tokens
    if (id === app.id || (id === 'app' && token.kind === 'app')) return { kind: 'app', id: app.id, name: app.name }
    return this.page.node(id)
  }
}

/** Something that changed on or around the page, as webhooks tell it. */
export interface News {
  field: 'feed' | 'mention' | 'messages' | 'message_echoes' | 'message_edits'
  /** The change's `value`, or what stands in `messaging`. */
  value: Record<string, unknown>
}
