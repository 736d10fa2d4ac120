import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Figure, plain } from './figure.ts'
import { spreadOf } from './spread.ts'

const MEGABYTE = 1_048_576

/** A station with ten thousand entries next to one with ten: what that costs in memory and in a tick. */
export const entries: Figure = {
  name: 'entries',
  async measure({ folder, short, tell }) {
    const heaps: number[] = []
    const ticks: number[] = []
    for (let repetition = 0; repetition < (short ? 1 : 3); repetition++) {
      tell(`entries ${repetition + 1}`)
      const few = await run(join(folder, `few-${repetition}.db`), 10)
      const many = await run(join(folder, `many-${repetition}.db`), 10_000)
      heaps.push((many.heap - few.heap) / MEGABYTE)
      ticks.push(...many.ticks)
    }
    const heap = spreadOf(heaps)
    const tick = spreadOf(ticks)
    return [
      { what: '10,000 entries, heap beyond ten', value: heap, unit: 'MB', goal: '≤ 20 MB', met: heap.most <= 20 },
      plain('10,000 entries, a tick, median', tick, 'ms'),
      {
        what: '10,000 entries, the longest tick',
        value: { ...tick, median: tick.most },
        unit: 'ms',
        goal: '< 50 ms',
        met: tick.most < 50,
      },
    ]
  },
}

async function run(file: string, count: number): Promise<{ heap: number; ticks: number[] }> {
  const args = ['--expose-gc', '--import', 'tsx', 'tests/bench/entries-child.ts', file, String(count)]
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 10 * MEGABYTE })
  return JSON.parse(stdout)
}
