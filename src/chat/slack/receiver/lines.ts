import { SECOND } from '../../../model/clock.ts'
import type { TellTrouble } from '../health.ts'
import type { Api } from '../parts.ts'
import { type End, holdLine, type LineParts } from './line.ts'
import { LineWatch } from './line-watch.ts'

/** Slack recycles a line every few hours; meanwhile the other one takes what comes. */
const LINES = 2
const BACKOFF = { first: SECOND, most: 30 * SECOND }
/** What holds for so long was a good line. */
const SETTLED = 10 * SECOND

interface LinesParts extends LineParts {
  api: Pick<Api, 'call' | 'reachable'>
  trouble: TellTrouble
  back(): void
  away(): void
}

/** Keeps lines with Slack until the signal, whatever becomes of them. */
export async function keepLines(parts: LinesParts): Promise<void> {
  const watch = new LineWatch(parts)
  await Promise.all(Array.from({ length: LINES }, () => keepLine(parts, watch)))
}

async function keepLine(parts: LinesParts, watch: LineWatch): Promise<void> {
  const { clock, log, signal } = parts
  let failures = 0
  while (!signal.aborted) {
    let since: number | null = null
    const end = await holdLine(parts, () => {
      since = clock.steady()
      watch.up()
    })
    if (since !== null) watch.down()
    if (signal.aborted) return
    watch.ended(end)
    if (since !== null && clock.steady() - since >= SETTLED) failures = 0
    // A line that was good once is had again at once.
    const pause = since !== null && failures === 0 ? 0 : pauseAfter(failures, end)
    failures += 1
    log.info({ end, pause }, 'slack: a line ended')
    await clock.wait(pause, signal)
  }
}

/** Longer each time, and never for all stations at the same moment. */
function pauseAfter(failures: number, end: End): number {
  const most = Math.min(BACKOFF.first * 2 ** failures, BACKOFF.most)
  const pause = most * (0.5 + Math.random() / 2)
  return end.kind === 'limited' ? Math.max(pause, end.after) : pause
}
