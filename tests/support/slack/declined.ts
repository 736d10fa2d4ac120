/** Slack says no: `code` is its `error`, `extra` what stands beside it in the answer. */
export class Declined extends Error {
  readonly code: string
  readonly extra: Record<string, unknown>

  constructor(code: string, extra: Record<string, unknown> = {}) {
    super(code)
    this.code = code
    this.extra = extra
  }
}

/** The answer with which Slack explains what is wrong in an argument, each with its JSON pointer. */
export function declinedFor(code: string, faults: string[]): Declined {
  return new Declined(code, {
    errors: faults,
    response_metadata: { messages: faults.map((fault) => `[ERROR] ${fault}`) },
  })
}
