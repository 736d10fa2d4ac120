import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildStation } from '../torture/build.ts'
import type { SlackWorld } from '../torture/slack-world.ts'
import { buildWorld, type World } from '../torture/world.ts'
import type { Bench } from './figure.ts'

export type InSlack = World & { slack: SlackWorld }

/** The station on empty databases, its team in Slack, with Slack's rate limits or without. */
export async function startInSlack({ folder }: Bench, name: string, limits: boolean, hold: number): Promise<InSlack> {
  mkdirSync(join(folder, name), { recursive: true })
  const world = await buildWorld(join(folder, name), {
    hold,
    minutes: 0,
    main: buildStation(),
    logLevel: 'warn',
    slack: { limits },
  })
  await world.sandbox?.start()
  await world.station.start()
  const { slack } = world
  if (!slack) throw new Error('the world has no Slack')
  await slack.fake.until(() => slack.fake.channelNamed('boek-kwijt') && slack.fake.sockets.open.size > 0)
  return { ...world, slack }
}

export async function stopInSlack(world: InSlack): Promise<void> {
  await Promise.all([world.station, world.sandbox].map((child) => child?.kill()))
  await world.slack.stop()
}

/** Looks every few ms until it is so; throws after `patience` ms. */
export async function reach(what: string, patience: number, probe: () => boolean): Promise<void> {
  for (const until = performance.now() + patience; !probe(); await sleep(10))
    if (performance.now() > until) throw new Error(`it never came to: ${what}`)
}
