/** What a reader wrote, as the network itself keeps it; a list of them is in the order of writing. */
export interface Written {
  id: string
  network: string
  author: string
  kind: string
  text: string
  inReplyTo: string | null
  /** When the network brought it to the station; null where it did not come through, absent where nothing is brought. */
  brought?: number | null
  state: 'live' | 'deleted'
}

/** What the public can see of ours. */
export interface Seen {
  id: string
  network: string
  text: string
  inReplyTo: string | null
}

/** One line of a thread as the desk itself keeps it. */
export interface Line {
  kind: string
  /** Its sentence. */
  headline: string
  /** All that it shows. */
  text: string
  /** What the line about a reply says became of it; null for any other line. */
  says: 'out' | 'waits' | 'person' | null
}

export interface Thread {
  id: string
  channel: string
  lines: Line[]
}

/** A reply that a curator asked for. */
export interface Asked {
  mark: string
  /** The network's id of the message that it answers. */
  answers: string
  /** True where its writer named no message: then any of the same branch will do. */
  loosely: boolean
  /** True once the desk had taken it for good: from then on it must not vanish. */
  accepted: boolean
  /** The reason that its writer was given in private; null where none was. */
  refused: string | null
}

/** A post that was planned for a moment that has passed. */
export interface Planned {
  mark: string
  network: string
}

/** The last text that the harness knows of each message of a reader, and those that were taken away. */
export interface Told {
  number: number
  id: string
  version: number
  deleted: boolean
}

/** Everything the counter may look at. */
export interface Evidence {
  written: Written[]
  seen: Seen[]
  threads: Thread[]
  asked: Asked[]
  planned: Planned[]
  told: Told[]
  /** Networks on which every answer hangs under the comment at the top of its branch. */
  flat: readonly string[]
}
