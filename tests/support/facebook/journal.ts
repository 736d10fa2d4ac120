/** One call as it came. The token is left out: its kind says enough. */
export interface Asked {
  seq: number
  at: number
  method: string
  path: string
  params: Readonly<Record<string, string>>
  /** HTTP status; 0 where the line was dropped or stayed silent. */
  status: number
  /** Graph's code, where it said no. */
  code: number | null
}

/** One text of ours that was put on Facebook, or tried. */
export interface Written {
  seq: number
  at: number
  text: string
  /** What it hangs under: a post, a comment, a person; null for a post of our own. */
  parent: string | null
  /** What it became; null where it was not taken. */
  id: string | null
  /** Whether the answer reached the caller in one piece. */
  answered: boolean
}

/** What was asked, what was written, and what a careful caller would not have done. */
export class Journal {
  readonly asked: Asked[] = []
  readonly written: Written[] = []
  /** What broke the published description: an address without a version, a parameter that is not known. */
  readonly violations: string[] = []
  /** The same text under the same parent sent again after an answer that never came, with no look-up in between. */
  readonly blindRepeats: Written[] = []
  readonly #lookedUp = new Map<string, number>()
  #looking: (string | null)[] = []
  #seq = 0

  ask(entry: Omit<Asked, 'seq'>): Asked {
    const asked = { seq: ++this.#seq, ...entry }
    this.asked.push(asked)
    return asked
  }

  /** The caller reads what hangs under these (null: our own posts), with the words of it. */
  looked(parents: readonly (string | null)[]): void {
    this.#looking.push(...parents)
  }

  /** Whether what was read came to the caller in one piece: only then it was a look. */
  lookEnded(whole: boolean): void {
    if (whole) for (const parent of this.#looking) this.#lookedUp.set(String(parent), this.#seq)
    this.#looking = []
  }

  write(text: string, parent: string | null, at: number, id: string | null): Written {
    const written: Written = { seq: this.#seq, at, text, parent, id, answered: true }
    const before = this.written.findLast((one) => one.text === text && one.parent === parent)
    if (before && !before.answered && (this.#lookedUp.get(String(parent)) ?? 0) <= before.seq) {
      this.blindRepeats.push(written)
    }
    this.written.push(written)
    return written
  }

  violate(what: string): void {
    if (!this.violations.includes(what)) this.violations.push(what)
  }

  /** Texts of ours that were taken more than once under one parent. */
  doubled(): Written[] {
    const seen = new Set<string>()
    return this.written.filter(({ text, parent, id }) => {
      if (id === null) return false
      const key = JSON.stringify([parent, text])
      if (seen.has(key)) return true
      seen.add(key)
      return false
    })
  }
}
