import { setTimeout as sleep } from 'node:timers/promises'
import hdr from 'hdr-histogram-js'
import type { World } from '../torture/world.ts'
import { type Figure, plain } from './figure.ts'
import { startWorld, stopWorld } from './full-path.ts'
import { openLoop } from './readers-load.ts'
import { single } from './spread.ts'

const LOAD = 200
const ASKED = 5
const COMMANDS = ['/help', '/onair']

/**
 * How long a member waits for the first answer to a command, from the moment it was to be given (so that a slow answer
 * hides none of those behind it), when nothing else happens and under load.
 */
export const firstAnswer: Figure = {
  name: 'first-answer',
  async measure(bench) {
    const { short, tell } = bench
    const world = await startWorld(bench, 'first-answer')
    try {
      await ask(world, 3)
      tell('first answer, idle')
      const { histogram: idle } = await ask(world, short ? 10 : 30)
      tell(`first answer, with ${LOAD} messages a second`)
      const seconds = short ? 15 : 120
      const load = openLoop(world.urls.sandbox, LOAD, seconds)
      const { histogram: busy, late } = await ask(world, seconds)
      const written = await load
      const at = (histogram: hdr.Histogram, percent: number) =>
        single(histogram.getValueAtPercentile(percent) / 1_000, histogram.totalCount)
      const ratio = at(busy, 99).median / at(idle, 99).median
      return [
        plain('first answer idle, p50', at(idle, 50), 'ms'),
        plain('first answer idle, p99', at(idle, 99), 'ms'),
        plain(`messages written meanwhile, ${LOAD}/s`, single(written.size), 'messages'),
        plain('commands without an answer within 10 s', single(late, busy.totalCount), 'commands'),
        plain('first answer under load, p50', at(busy, 50), 'ms'),
        {
          what: 'first answer under load, p99',
          value: at(busy, 99),
          unit: 'ms',
          goal: '< 50 ms',
          met: at(busy, 99).median < 50,
        },
        { what: 'p99 under load ÷ idle', value: single(ratio), unit: '×', goal: '≤ 5', met: ratio <= 5 },
      ]
    } finally {
      await stopWorld(world)
    }
  },
}

/** Gives commands at fixed moments for so many seconds; the histogram is in microseconds, `late` had no answer in 10 s. */
async function ask(world: World, seconds: number): Promise<{ histogram: hdr.Histogram; late: number }> {
  const histogram = hdr.build({ lowestDiscernibleValue: 1, highestTrackableValue: 60_000_000 })
  const calls: Promise<void>[] = []
  let late = 0
  const started = performance.now()
  for (let given = 0; given < ASKED * seconds; given++) {
    const due = started + (given * 1_000) / ASKED
    const wait = due - performance.now()
    if (wait > 0) await sleep(wait)
    calls.push(
      command(world, COMMANDS[given % COMMANDS.length] ?? '/help').then((answered) => {
        if (!answered) late++
        histogram.recordValue(Math.max(1, Math.round((performance.now() - due) * 1_000)))
      }),
    )
  }
  await Promise.all(calls)
  return { histogram, late }
}

/** False where the desk gave up waiting for the station and promised the answer for later. */
async function command(world: World, text: string): Promise<boolean> {
  const response = await fetch(`${world.urls.desk}/desk/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: 'curator-deventer', channel: 'regie', text }),
  })
  const body = await response.text()
  if (!response.ok) throw new Error(`${text} was answered ${response.status}: ${body.slice(0, 200)}`)
  return response.status === 200
}
