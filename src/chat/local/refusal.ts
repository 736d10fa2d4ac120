import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { DeskCode } from '../../wording/desk-page.ts'

/** Why a request is not carried out; thrown inside the transaction, so that nothing of it stays behind. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode
  readonly code: DeskCode
  readonly facts: Record<string, string | number>
  constructor(status: ContentfulStatusCode, code: DeskCode, facts: Record<string, string | number> = {}) {
    super(`refused: ${code} ${JSON.stringify(facts)}`)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.facts = facts
  }
}

/** 429 with the seconds until it may be tried again. */
export class RateLimited extends Refusal {
  readonly seconds: number
  constructor(seconds: number) {
    super(429, 'rate-limit', { seconds })
    this.seconds = seconds
  }
}

/** The line is cut: whoever called must not get an answer of any kind. */
export class Dropped extends Error {
  constructor() {
    super('the desk dropped the connection')
    this.name = 'Dropped'
  }
}
