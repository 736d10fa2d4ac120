import { readFileSync, writeFileSync } from 'node:fs'
import { SingleBar } from 'cli-progress'
import { Command } from 'commander'
import type { Language } from '../model/station.ts'
import { systemClock } from '../system-clock.ts'
import { replayWording } from '../wording/replay.ts'
import { judge } from './replay/judge.ts'
import { outside } from './replay/outside.ts'
import { parseSpeed, type Speed } from './replay/pace.ts'
import { play } from './replay/play.ts'
import { type Recording, readRows } from './replay/rows.ts'
import { summary } from './replay/summary.ts'
import { inTurn } from './replay/turn.ts'
import { watch } from './replay/watch.ts'

interface Options {
  speed: string
  url: string
  as: string
  json?: string
}

// Known before the options are read: the help is in this language, too.
const language: Language = /--lang[= ]nl\b/.test(process.argv.join(' ')) ? 'nl' : 'en'
const say = replayWording(language)

/** What keeps a replay from beginning, in a sentence. */
class CannotPlay extends Error {}

async function replay(file: string, options: Options): Promise<number> {
  const speed = parseSpeed(options.speed)
  if (speed === null) throw new CannotPlay(say.badSpeed(options.speed))
  const recording = readRows(contentOf(file), say)
  if (recording.rows === 0) throw new CannotPlay([...recording.faults, say.nothing(file)].join('\n'))
  const began = performance.now()
  const verdict = await perform(recording, speed, options)
  const seconds = Math.round((performance.now() - began) / 1_000)
  process.stdout.write(summary(verdict, recording, seconds, say))
  if (options.json)
    writeFileSync(
      options.json,
      `${JSON.stringify({ seconds, rows: recording.rows, repeated: recording.repeated, faults: recording.faults, ...verdict }, null, 2)}\n`,
    )
  return verdict.right && recording.faults.length === 0 ? 0 : 1
}

async function perform(recording: Recording, speed: Speed, { url, as }: Options) {
  const clock = systemClock()
  const station = outside(url)
  const watching = watch(station, clock)
  const bar = new SingleBar({
    format: `${say.playing} {bar} {value}/{total} {duration_formatted}`,
    stream: process.stderr,
  })
  try {
    await watching.look()
    if (speed === 'max') await station.liftQuotas(true)
    bar.start(recording.rows, 0)
    const stage = { outside: station, watch: watching, clock, speed, as, turn: inTurn(), tick: () => bar.increment() }
    const played = await Promise.all(recording.conversations.map((rows) => play(rows, stage)))
    return judge(played, await watching.look())
  } catch (error) {
    throw new CannotPlay(say.unreachable(url, reasonOf(error)), { cause: error })
  } finally {
    bar.stop()
    watching.stop()
    if (speed === 'max') await station.liftQuotas(false).catch(() => {})
  }
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new CannotPlay(say.unreadable(file, reasonOf(error)), { cause: error })
  }
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message
}

const program = new Command('replay')
  .description(say.about)
  .argument('<file>', say.file)
  .option('--speed <n|max>', say.speed, '1')
  .option('--url <url>', say.url, 'http://127.0.0.1:3000')
  .option('--as <member>', say.as, 'curator-deventer')
  .option('--json <file>', say.json)
  .option('--lang <nl|en>', say.lang, 'en')
  .action(async (file: string, options: Options) => {
    process.exitCode = await replay(file, options)
  })

await program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof CannotPlay)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
})
