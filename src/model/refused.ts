/** Why the desk did not do what was asked. Thrown inside the transaction, so that a refused act leaves nothing behind. */
export class Refused extends Error {
  readonly code: string
  readonly facts: Record<string, string | number>
  constructor(code: string, facts: Record<string, string | number> = {}) {
    super(`refused: ${code} ${JSON.stringify(facts)}`)
    this.name = 'Refused'
    this.code = code
    this.facts = facts
  }
}
