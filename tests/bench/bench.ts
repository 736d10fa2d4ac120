import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { entries } from './entries.ts'
import type { Figure, Row } from './figure.ts'
import { firstAnswer } from './first-answer.ts'
import { fullPath } from './full-path.ts'
import { ingest } from './ingest.ts'
import { reads } from './reads.ts'
import { slackPath } from './slack-path.ts'
import { slackPeak } from './slack-peak.ts'
import { start } from './start.ts'
import { lineOf } from './table.ts'
import { webhooks } from './webhooks.ts'

const FIGURES: Record<'desk' | 'slack', Figure[]> = {
  desk: [ingest, fullPath, reads, firstAnswer, entries, start, webhooks],
  slack: [slackPath, slackPeak],
}
const EVERY = Object.values(FIGURES).flat()

const options = new Command('bench')
  .description('Measures how fast the station is, each figure beside a bare loop on the same disk in the same run.')
  .option('--short', 'fewer repetitions and a smaller database', false)
  .option('--only <name>', `one figure: ${EVERY.map((it) => it.name).join(', ')}`)
  .option('--chat <platform>', 'where the team is: desk or slack', 'desk')
  .option('--json <file>', 'writes the figures there too')
  .parse()
  .opts<{ short: boolean; only?: string; chat: string; json?: string }>()

const chosen =
  options.only === undefined
    ? FIGURES[options.chat as keyof typeof FIGURES]
    : EVERY.filter((it) => it.name === options.only)
if (!chosen) throw new Error(`--chat ${options.chat}: there are ${Object.keys(FIGURES).join(', ')}`)
if (chosen.length === 0) throw new Error(`--only ${options.only}: there are ${EVERY.map((it) => it.name).join(', ')}`)

const print = (text: string) => process.stdout.write(`${text}\n`)
const tell = (text: string) => process.stderr.write(`  ${text}\n`)
const outcome: { name: string; rows: Row[]; failed: string | null }[] = []
for (const figure of chosen) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const rows = await figure.measure({ folder, short: options.short, tell })
    outcome.push({ name: figure.name, rows, failed: null })
    for (const row of rows) print(lineOf(row))
  } catch (error) {
    const failed = error instanceof Error ? (error.stack ?? error.message) : String(error)
    outcome.push({ name: figure.name, rows: [], failed })
    print(`${figure.name}: could not be measured: ${failed}`)
    process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const goals = outcome.flatMap((it) => it.rows).filter((it) => it.goal !== null)
print(`\n${goals.filter((it) => it.met).length} of ${goals.length} goals met.`)
if (options.json)
  writeFileSync(
    options.json,
    JSON.stringify(
      { node: process.version, cpus: cpus().length, short: options.short, at: new Date().toISOString(), outcome },
      null,
      2,
    ),
  )
