import { HOUR, MINUTE, SECOND } from '../../model/clock.ts'
import { byAge, idAt, newer, older, timeOf } from './snowflake.ts'

/** What X gives under an id, newest first. */
export interface Piece<T> {
  /** Of this version. */
  id: string
  /** Of its first version, by which it has its place among others: an edit may be read before what it edits. */
  first: string
  it: T
}

/** Where to look: after `since`, before `until`, or on from a page with its token. */
export interface From {
  since: string
  until: string | null
  token: string | null
}

export type Look<T> = (from: From, signal: AbortSignal) => Promise<{ pieces: Piece<T>[]; next: string | null }>

/** What one kind of looking can reach. */
export interface Reach {
  /** So many of the newest X gives at all; null where it gives on. */
  most: number | null
  /** Nothing older than this, in ms; null where there is no such end. */
  age: number | null
}

/** A network may show a post later than a newer one: so far back it is looked once more, */
const OVERLAP = 30 * SECOND
/** but not past so many that were handed out: in a rush that would cost more calls than there are. */
const OVERLAP_MOST = 200
/** After so long without anything new, nothing older comes any more. */
const SETTLED = 5 * MINUTE
/** Handed out is remembered for so many. */
const MEMORY = 5_000
/** A first start begins here, not with years of history. */
const BEGINNING = HOUR
/** More than this is not held at once. */
const MOST_HELD = 20_000

/**
 * Turns X's pages, which come newest first, into pieces oldest first. What lies after the cursor is gathered whole and
 * held in memory before the first of it is handed out, so that order holds; a failure in between keeps what was gathered
 * and goes on below it. The cursor is the id of the last piece that was handed out: after a crash the rest is read anew.
 */
export class Gathering<T> {
  readonly #look: Look<T>
  readonly #reach: Reach
  readonly #now: () => number
  #held: Piece<T>[] = []
  #cursor: string | null = null
  /** What was handed out lately, in that order. */
  #handed = new Set<string>()
  #pull: Pull<T> | null = null
  #gap: { from: number; to: number } | null = null

  constructor(look: Look<T>, reach: Reach, now: () => number) {
    this.#look = look
    this.#reach = reach
    this.#now = now
  }

  /** Calls that the last gathering made, and what it brought that was not there before. */
  calls = 0
  fresh = 0

  /**
   * At most `most` pieces after the cursor, oldest first. They count as handed out once `handedOut` was told.
   * @throws whatever the look throws; asked again, it goes on from there
   */
  async after(cursor: string | null, most: number, signal: AbortSignal): Promise<Piece<T>[]> {
    if (cursor !== this.#cursor) this.#forget(cursor)
    if (this.#held.length === 0) await this.#gather(signal)
    return this.#held.slice(0, most)
  }

  /** Moves on past these; returns where to read on, whether there is more, and what could not be had before them. */
  handedOut(pieces: readonly Piece<T>[]): { cursor: string; more: boolean; gap?: { from: number; to: number } } {
    this.#held = this.#held.slice(pieces.length)
    for (const { id } of pieces) this.#handed.add(id)
    for (const id of this.#handed) if (this.#handed.size > MEMORY) this.#handed.delete(id)
    const { id, count } = this.#position()
    // What came late is older than the cursor. The count makes another cursor of it even then.
    // What was handed out beyond the oldest that is left was so for its first version: it may be read again.
    const left = this.#held.map((piece) => piece.id).reduce<string | null>(older, null)
    const passed = pieces.filter((piece) => left === null || byAge(piece.id, left) < 0)
    const next = passed.reduce((latest, piece) => newer(latest, piece.id), id)
    this.#cursor = `${next}:${count + (pieces.length > 0 ? 1 : 0)}`
    const gap = this.#gap
    this.#gap = null
    return { cursor: this.#cursor, more: this.#held.length > 0, ...(gap && { gap }) }
  }

  /** Another cursor than the one that was given: what was handed out last was not kept, or this is a new start. */
  #forget(cursor: string | null): void {
    this.#cursor = cursor
    this.#held = []
    this.#handed = new Set()
    this.#pull = null
    this.#gap = null
  }

  #position(): { id: string; count: number } {
    const [id = '', count = '0'] = (this.#cursor ?? '').split(':')
    return /^\d{1,19}$/.test(id) ? { id, count: Number(count) || 0 } : { id: idAt(this.#now() - BEGINNING), count: 0 }
  }

  async #gather(signal: AbortSignal): Promise<void> {
    this.calls = 0
    const pull = this.#pull ?? this.#start()
    this.#pull = pull
    while (!pull.whole) {
      this.calls++
      const { pieces, next } = await this.#look(
        { since: pull.since, until: pull.until, token: pull.token },
        signal,
      ).catch((error: unknown) => {
        // A token may not outlive the failure; what is below the oldest that we have can always be asked for.
        const oldest = [...pull.pieces.keys()].sort(byAge)[0]
        if (oldest !== undefined) Object.assign(pull, { until: oldest, token: null, broken: true })
        throw error
      })
      for (const piece of pieces) if (byAge(piece.id, pull.since) > 0) pull.pieces.set(piece.id, piece)
      pull.token = next
      pull.whole = next === null || pieces.some(({ id }) => byAge(id, pull.since) <= 0) || pull.pieces.size >= MOST_HELD
    }
    this.#pull = null
    this.#gap = this.#gapBelow(pull)
    this.#held = [...pull.pieces.values()]
      .filter(({ id }) => !this.#handed.has(id))
      .sort((a, b) => byAge(a.first, b.first) || byAge(a.id, b.id))
    this.fresh = this.#held.length
  }

  #start(): Pull<T> {
    const now = this.#now()
    const { id } = this.#position()
    const fresh = this.#cursor === null
    const oldest = this.#reach.age === null ? '0' : idAt(now - this.#reach.age)
    const since = newer(fresh || now - timeOf(id) > SETTLED ? id : this.#overlap(id), oldest)
    return {
      since,
      until: null,
      token: null,
      pieces: new Map(),
      whole: false,
      broken: false,
      at: now,
      fresh,
      cut: since === oldest,
    }
  }

  #overlap(id: string): string {
    const since = idAt(timeOf(id) - OVERLAP)
    const handed = [...this.#handed]
    const last = handed.length < OVERLAP_MOST ? undefined : handed[handed.length - OVERLAP_MOST]
    return last === undefined ? since : newer(since, last)
  }

  /** What lies between the cursor and the oldest that X gave, where that is not all there was. */
  #gapBelow(pull: Pull<T>): { from: number; to: number } | null {
    const { id } = this.#position()
    if (pull.fresh) return null
    const ids = [...pull.pieces.keys()].sort(byAge)
    const from = timeOf(id)
    if (pull.cut && byAge(id, pull.since) < 0) return { from, to: timeOf(pull.since) + 1 }
    const oldest = ids[0]
    if (oldest === undefined || byAge(oldest, id) <= 0) return null
    if (pull.pieces.size >= MOST_HELD) return { from, to: timeOf(oldest) }
    if (this.#reach.most === null || ids.length + this.#pushedOut(pull, ids) < this.#reach.most) return null
    return { from, to: timeOf(oldest) }
  }

  /** While a pull was held up, what came in the meantime pushed as many out of reach below; estimated by how fast they came. */
  #pushedOut(pull: Pull<T>, ids: readonly string[]): number {
    const [oldest, newest] = [ids[0], ids.at(-1)]
    if (!pull.broken || oldest === undefined || newest === undefined) return 0
    const span = Math.max(SECOND, timeOf(newest) - timeOf(oldest))
    return (ids.length / span) * (this.#now() - pull.at)
  }
}

/** One gathering of everything after the cursor. */
interface Pull<T> extends From {
  pieces: Map<string, Piece<T>>
  whole: boolean
  broken: boolean
  /** When it began, UTC ms. */
  at: number
  /** There was no cursor. */
  fresh: boolean
  /** What lies between the cursor and `since` is too old for X. */
  cut: boolean
}
