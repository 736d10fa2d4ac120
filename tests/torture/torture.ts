import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Command, InvalidArgumentError } from 'commander'
import { isNetwork, NETWORKS, type NetworkName } from '../../src/model/network.ts'
import { askAgain } from './ask-again.ts'
import { buildStation } from './build.ts'
import { collect } from './collect.ts'
import { count, faults } from './count.ts'
import { Curators } from './curators.ts'
import { calm } from './mischief.ts'
import { openDigests } from './open-digests.ts'
import { report } from './print.ts'
import { Random } from './random.ts'
import { Readers } from './readers.ts'
import { runRounds } from './rounds.ts'
import { settle } from './settle.ts'
import { buildWorld, type World } from './world.ts'

interface Options {
  rounds: number
  chat: 'desk' | 'slack'
  networks?: NetworkName[]
  seed: number
  hold: number
  json?: string
  main?: string
  keep: boolean
}

const number = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}
const networksIn = (text: string): NetworkName[] => {
  const names = text.split(',')
  if (!names.every(isNetwork)) throw new InvalidArgumentError(`Allowed are ${NETWORKS.join(', ')}.`)
  return names
}
const options = new Command('torture')
  .description('Kills the station at random moments under load, with faults switched on, and counts what became of it.')
  .option('--rounds <number>', 'how often something is killed', number, 100)
  .option('--chat <platform>', 'the chat platform: desk or slack', 'desk')
  .option('--networks <names>', 'networks that are real, played at their own addresses, as in x,facebook', networksIn)
  .option('--seed <number>', 'the same seed chooses the same misfortunes', number, Math.floor(Math.random() * 1e9))
  .option('--hold <seconds>', 'the hold of a reply', number, 1)
  .option('--json <file>', 'writes the outcome there too')
  .option('--main <file>', 'a built station to torture; without it one is built')
  .option('--keep', 'keeps databases and logs in any case', false)
  .parse()
  .opts<Options>()
if (options.chat !== 'desk' && options.chat !== 'slack')
  throw new Error(`--chat ${options.chat} is not there; allowed are desk and slack`)

const print = (text: string) => process.stdout.write(`${text}\n`)
const folder = mkdtempSync(join(tmpdir(), 'torture-'))
const seeds = new Random(options.seed)
const stream = () => new Random(seeds.between(0, 2 ** 31))

const main = options.main ?? buildStation()
const minutes = Math.min(90, Math.ceil(options.rounds / 10) + 5)
const inSlack = options.chat === 'slack'
const world = await buildWorld(folder, {
  hold: options.hold,
  minutes,
  main,
  ...(inSlack && { slack: { limits: true } }),
  ...(options.networks && { real: options.networks }),
})
const everyone = [world.station, world.sandbox, world.desk].filter((it) => it !== null)
process.on('exit', () => {
  for (const child of everyone) void child.kill()
})
process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))

print(`seed ${options.seed}, ${options.rounds} rounds, in ${folder}`)
let kept = true
try {
  kept = !(await torture(world)) || options.keep
} finally {
  await Promise.all(everyone.map((child) => child.kill()))
  await world.slack?.stop()
  await world.networks?.stop()
  if (kept) print(`The databases and logs are in ${folder}.`)
  else rmSync(folder, { recursive: true })
}

/** True when nothing was lost, doubled or out of order; else the exit status says so. */
async function torture(world: World): Promise<boolean> {
  await Promise.all([world.sandbox?.start(), world.desk?.start()])
  await calm(world)
  await world.station.start()
  const readers = new Readers(world.urls.sandbox, stream(), world.real)
  const curators = new Curators(world.urls.desk, stream())
  const tally = await runRounds({ world, readers, curators, random: stream() }, options.rounds, (round) => {
    if (round % 10 === 0) print(`round ${round}: ${readers.written} messages, ${curators.requests.length} replies`)
  })
  await calm(world)
  // Facebook keeps who asked too much away for five minutes.
  const patience = world.networks ? 600_000 : 300_000
  if (world.slack) {
    world.slack.fake.limits.on = false
    // What a curator typed while no line was there comes again.
    await world.slack.fake.settled()
  }
  let open = await settle(world, patience)
  // What came too fast stands in digests; opened, each conversation is a thread that can be counted.
  for (let round = 0; world.slack && round < 5 && (await openDigests(world.slack)) > 0; round++)
    open = (await settle(world, patience)) ?? open
  const vanished = await askAgain(world, curators)
  open = (await settle(world, patience)) ?? open
  if (open) print(`It has not settled: ${JSON.stringify(open)}`)
  const counted = await counting(world, readers, curators, patience)
  const wrong = { ...faults(counted), ...world.networks?.misbehaviour() }
  print(report(counted, wrong, vanished, tally, options.rounds))
  const good = open === null && vanished.length === 0 && Object.values(wrong).every((found) => found.length === 0)
  if (options.json)
    writeFileSync(
      options.json,
      JSON.stringify({ seed: options.seed, good, open, vanished, wrong, tally, counted }, plainly, 2),
    )
  if (!good) process.exitCode = 1
  return good
}

/** The count, once everything is there: a real network's older threads are read one after the other, within its quota. */
async function counting(world: World, readers: Readers, curators: Curators, patience: number) {
  const until = Date.now() + patience
  for (;;) {
    const counted = count(await collect(world, readers, curators))
    if (!world.networks || faults(counted).lost?.length === 0 || Date.now() > until) return counted
    await sleep(2_000)
  }
}

/** Maps as objects; what is in `wrong` already is only a number. */
function plainly(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value
}
