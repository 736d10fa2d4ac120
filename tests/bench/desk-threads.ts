import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import type { World } from '../torture/world.ts'

/** Reads the desk's own file beside its process, so that looking costs that process nothing. */
export function deskThreads(world: World) {
  const sqlite = open(world)
  const newest = sqlite.prepare<[], { seq: number | null }>('select max(seq) as seq from message')
  const shown = sqlite.prepare<[number], { n: number }>(
    `select count(*) as n from message where seq > ? and author is null and content like '%"quote":%'`,
  )
  let last = 0
  return {
    /** Where the desk is now. */
    mark: (): number => {
      last = newest.get()?.seq ?? 0
      return last
    },
    /** Resolves once so many messages of the public stand in threads behind `from`. */
    async reach(messages: number, patience: number, from = last): Promise<void> {
      const until = performance.now() + patience
      while (performance.now() < until) {
        if ((shown.get(from)?.n ?? 0) >= messages) return
        await sleep(10)
      }
      throw new Error(`only ${shown.get(from)?.n} of ${messages} messages reached the desk`)
    },
  }
}

/** How long each message took to its thread, ms: from the moment it was due to the desk's own stamp. */
export function arrivals(world: World, due: Map<string, number>): number[] {
  const sqlite = open(world)
  const rows = sqlite
    .prepare<[], { at: number; text: string | null }>(
      `select at, json_extract(content, '$.quote.text') as text from message where author is null`,
    )
    .all()
  sqlite.close()
  return rows.flatMap(({ at, text }) => {
    const scheduled = due.get(text ?? '')
    return scheduled === undefined ? [] : [at - scheduled]
  })
}

const open = (world: World) => new SQLite(join(world.folder, 'desk.db'), { readonly: true })
