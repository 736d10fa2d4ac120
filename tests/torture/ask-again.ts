import { seenNow } from './collect.ts'
import type { Curators } from './curators.ts'
import { everyThread } from './desk-view.ts'
import type { Evidence } from './evidence.ts'
import { bears } from './marker.ts'
import type { World } from './world.ts'

/**
 * Where a curator's private answer was lost with the station that gave it, the curator looks, sees nothing, and asks
 * again. What is refused now was refused then; what is accepted now had vanished. Answers with the marks that had.
 */
export async function askAgain(world: World, curators: Curators): Promise<string[]> {
  const shown = await everyThread(world.urls.desk)
  const seen = await seenNow(world)
  const vanished: string[] = []
  for (const request of curators.requests) {
    const { asked } = request
    if (!asked.accepted || isSomewhere(asked.mark, shown, seen)) continue
    asked.accepted = false
    await curators.again(request)
    if (asked.accepted) vanished.push(asked.mark)
  }
  return vanished
}

const isSomewhere = (mark: string, threads: Evidence['threads'], seen: Evidence['seen']): boolean =>
  seen.some((it) => bears(it.text, mark)) ||
  threads.some((it) => it.lines.some((line) => line.kind === 'reply' && bears(line.text, mark)))
