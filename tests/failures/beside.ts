import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import pino from 'pino'
import { onTestFinished } from 'vitest'
import { createDesk } from '../../src/chat/local/desk.ts'
import type { Clock } from '../../src/model/clock.ts'
import { createSandbox } from '../../src/networks/sandbox/sandbox.ts'
import { ManualClock } from '../support/clock.ts'
import { MONDAY_MORNING, type OnAir, type Options } from '../support/on-air.ts'
import { onAir, type Wanted } from './playground.ts'

/** What stands between the station and a stand-in: `answer` lets the stand-in do its work, and keeps its answer back. */
export type Between = (request: Request, answer: () => Promise<Response>) => Promise<Response>

const silent = pino({ level: 'silent' })
const nothing: Between = (_request, answer) => answer()

/** The sandbox on a port of its own, outside the station; answers with its address. */
export const sandboxBeside = (clock: Clock, between?: Between): Promise<string> =>
  open(createSandbox({ file: ':memory:', clock, log: silent }), between)

export const deskBeside = (clock: Clock, between?: Between): Promise<string> =>
  open(createDesk({ file: ':memory:', clock, log: silent }), between)

async function open(outsider: { app: Hono; close(): void }, between: Between = nothing): Promise<string> {
  const fetch = (request: Request, env: object) => between(request, async () => outsider.app.fetch(request, env))
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    outsider.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The small station with its sandbox outside, so that it goes on while the station is off the air. */
export async function onAirBeside(
  wanted: Wanted = {},
  options: Options & { now?: number; between?: Between } = {},
): Promise<OnAir> {
  const clock = new ManualClock(options.now ?? MONDAY_MORNING)
  return onAir(wanted, { clock, sandboxUrl: await sandboxBeside(clock, options.between), ...options })
}
