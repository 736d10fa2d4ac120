import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Figure, plain } from './figure.ts'
import { writeMany } from './readers-load.ts'
import { type InSlack, reach, startInSlack, stopInSlack } from './slack-world.ts'
import { spreadOf } from './spread.ts'

const run = promisify(execFile)

/**
 * From the network to Slack without its rate limits, beside a bare WebClient that posts the same messages one after the
 * other through the same proxy in the same run.
 */
export const slackPath: Figure = {
  name: 'slack-path',
  async measure(bench) {
    const { short, tell } = bench
    const world = await startInSlack(bench, 'slack-path', false, 10)
    try {
      const bare: number[] = []
      const path: number[] = []
      await throughput(world, 50)
      for (let repetition = 0; repetition < (short ? 3 : 5); repetition++) {
        tell(`path to Slack ${repetition + 1}/${short ? 3 : 5}`)
        const { rate, posted } = await throughput(world, short ? 400 : 1_500)
        path.push(rate)
        bare.push(await bareLoop(bench.folder, world, posted))
      }
      const ratios = spreadOf(path.map((rate, n) => rate / (bare[n] ?? Number.NaN)))
      return [
        plain('bare WebClient loop', spreadOf(bare), 'messages/s'),
        plain('full path, network to Slack', spreadOf(path), 'messages/s'),
        { what: 'full path ÷ bare WebClient loop', value: ratios, unit: '×', goal: '≥ 0.4', met: ratios.median >= 0.4 },
      ]
    } finally {
      await stopInSlack(world)
    }
  },
}

async function throughput(world: InSlack, messages: number) {
  const { fake } = world.slack
  const before = fake.requests.length
  const posted = () =>
    fake.requests.slice(before).filter((it) => it.ok && it.method === 'chat.postMessage' && isCard(it.args))
  const started = performance.now()
  await writeMany(world.urls.sandbox, messages)
  await reach(
    `${messages} cards in Slack`,
    180_000,
    () => fake.requests.length - before >= messages && posted().length >= messages,
  )
  return { rate: (messages * 1_000) / (performance.now() - started), posted: posted().map((it) => it.args) }
}

const isCard = (args: Record<string, unknown>): boolean => JSON.stringify(args.blocks ?? '').includes('card ')

async function bareLoop(folder: string, { slack }: InSlack, messages: Record<string, unknown>[]): Promise<number> {
  const file = join(folder, 'posted.json')
  writeFileSync(file, JSON.stringify(messages))
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'tests/bench/slack-bare.ts'], {
    env: { ...process.env, ...slack.env, FILE: file },
  })
  return Number(stdout)
}
