import type { Evidence, Told, Written } from '../evidence.ts'
import { type MessageMark, messageMarks } from '../marker.ts'

export interface InboundCount {
  written: number
  deleted: number
  edited: number
  shown: number
  threads: number
  /** Each entry names what it is about. */
  lost: string[]
  doubled: string[]
  /** Stands in another thread than the rest of its branch, or in the thread of another branch. */
  misplaced: string[]
  disordered: string[]
  /** Shown, but not as it reads now. */
  outdated: string[]
  /** The text of a deleted message that the desk still shows. */
  resurfaced: string[]
}

/** Kinds of lines that show what a reader wrote. */
const SHOWS_READER = new Set(['card', 'message'])

interface Place {
  thread: string
  mark: MessageMark
}

export function countInbound({ written, threads, told }: Evidence, branch: Map<string, string>): InboundCount {
  const order = new Map(written.map((it, index) => [it.id, index]))
  const byNumber = new Map(told.map((it) => [it.number, it]))
  const places = placesOf(threads)
  const count: InboundCount = {
    written: written.length,
    deleted: told.filter((it) => it.deleted).length,
    edited: told.filter((it) => it.version > 1).length,
    shown: 0,
    threads: threads.length,
    lost: unknownTo(
      written.map((it) => it.id),
      told,
    ),
    doubled: [],
    misplaced: [],
    disordered: [],
    outdated: [],
    resurfaced: resurfaced(threads, byNumber),
  }
  for (const message of told) {
    if (message.deleted) continue
    const shown = places.get(message.number) ?? []
    if (shown.length === 0) count.lost.push(`message ${message.number} (${message.id}) is in no thread`)
    if (shown.length > 1)
      count.doubled.push(`message ${message.number} stands ${shown.length} times: ${shown.map((it) => it.thread)}`)
    if (shown.some((it) => it.mark.version !== message.version))
      count.outdated.push(
        `message ${message.number} is shown as version ${shown[0]?.mark.version}, is ${message.version}`,
      )
    count.shown += Math.min(1, shown.length)
  }
  count.misplaced = misplaced(places, byNumber, branch)
  for (const thread of threads) {
    let last: number | null = null
    for (const line of thread.lines.filter((it) => SHOWS_READER.has(it.kind)))
      for (const { number } of messageMarks(line.text)) {
        const at = order.get(byNumber.get(number)?.id ?? '')
        if (at === undefined) continue
        if (last !== null && at < last && !broughtLater(written[at], written[last]))
          count.disordered.push(`message ${number} comes too late in ${thread.id}`)
        last = Math.max(last ?? at, at)
      }
  }
  return count
}

/** Networks do not promise to bring things in the order of writing, and what failed they bring again later. */
const broughtLater = (one: Written | undefined, other: Written | undefined): boolean =>
  one?.brought != null && other?.brought != null && one.brought >= other.brought

/** Where each message of a reader is shown, by its number. */
function placesOf(threads: Evidence['threads']): Map<number, Place[]> {
  const places = new Map<number, Place[]>()
  for (const thread of threads)
    for (const line of thread.lines.filter((it) => SHOWS_READER.has(it.kind)))
      for (const mark of messageMarks(line.text))
        places.set(mark.number, [...(places.get(mark.number) ?? []), { thread: thread.id, mark }])
  return places
}

/** What the network kept but nobody was told of: the answer to its writer was lost, the message was not. */
const unknownTo = (ids: string[], told: Told[]): string[] => {
  const known = new Set(told.map((it) => it.id))
  return ids.filter((id) => !known.has(id)).map((id) => `the harness does not know ${id}`)
}

function resurfaced(threads: Evidence['threads'], told: Map<number, Told>): string[] {
  return threads.flatMap((thread) =>
    thread.lines.flatMap((line) =>
      messageMarks(line.text)
        .filter((mark) => told.get(mark.number)?.deleted)
        .map((mark) => `deleted message ${mark.number} can be read in ${thread.id} (${line.kind})`),
    ),
  )
}

function misplaced(places: Map<number, Place[]>, told: Map<number, Told>, branch: Map<string, string>): string[] {
  const threadOf = new Map<string, string>()
  const branchOf = new Map<string, string>()
  const wrong: string[] = []
  for (const [number, [place]] of places) {
    const its = branch.get(told.get(number)?.id ?? '')
    if (!place || !its) continue
    const there = threadOf.get(its) ?? place.thread
    const here = branchOf.get(place.thread) ?? its
    if (there !== place.thread || here !== its)
      wrong.push(`message ${number} stands in ${place.thread}, not in ${there}`)
    threadOf.set(its, there)
    branchOf.set(place.thread, here)
  }
  return wrong
}
