import { type Clock, SECOND } from '../../model/clock.ts'
import type { Outside } from './outside.ts'
import { type Look, look } from './view.ts'

/** Between two looks a pause of at least so many ms, and of as long as the last look took: the station has work to do. */
const PAUSE = 400
/** What was written before the replay began is of no interest; clocks may differ by so much. */
const MARGIN = 10 * SECOND

/** Looks at the station again and again, once for everybody who waits. */
export interface Watch {
  /** The first thing that `find` gives for a look; null when `patience` ms have passed. */
  until<T>(find: (look: Look) => T | null, patience: number): Promise<T | null>
  /** One more look, now. */
  look(): Promise<Look>
  stop(): void
}

export function watch(outside: Outside, clock: Clock): Watch {
  const waiting = new Set<(look: Look) => void>()
  const over = new AbortController()
  const since = clock.now() - MARGIN
  const take = async () => look(await outside.threads(since), await outside.posts(since))

  const run = async () => {
    while (!over.signal.aborted) {
      const began = clock.steady()
      if (waiting.size > 0) {
        // A station that restarts is looked at again; whoever waits runs out of patience by herself.
        const seen = await take().catch(() => null)
        if (seen) for (const tell of [...waiting]) tell(seen)
      }
      await clock.wait(Math.max(PAUSE, clock.steady() - began), over.signal)
    }
  }
  void run()

  return {
    look: take,
    stop: () => over.abort(),
    async until(find, patience) {
      const enough = new AbortController()
      let tell = (_: Look) => {}
      const found = new Promise<NonNullable<ReturnType<typeof find>>>((resolve) => {
        tell = (seen) => {
          const result = find(seen)
          if (result !== null) resolve(result as NonNullable<typeof result>)
        }
        waiting.add(tell)
      })
      const result = await Promise.race([found, clock.wait(patience, enough.signal).then(() => null)])
      waiting.delete(tell)
      enough.abort()
      return result
    },
  }
}
