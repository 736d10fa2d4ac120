import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { call } from './http.ts'
import type { World } from './world.ts'

const HEALTH = z.looseObject({
  reasons: z.array(z.string()).default([]),
  outbox: z.looseObject({ queued: z.number(), sending: z.number(), unknown: z.number(), person: z.number() }),
  intake: z.looseObject({ open: z.number() }),
})
export type Health = z.infer<typeof HEALTH>

/** Quiet for so long counts as settled: longer than the hold and than a look for news. */
const QUIET = 6_000
/** Real networks are asked at their own pace. */
const QUIET_FOR_REAL = 25_000

/** Waits until nothing is on its way any more; answers with what still is after `patience` ms, null when nothing. */
export async function settle(world: World, patience: number): Promise<Health | null> {
  let last: Health | null = null
  let quietSince: number | null = null
  for (const until = Date.now() + patience; Date.now() < until; await sleep(500)) {
    last = await health(world)
    if (last && isQuiet(last)) quietSince ??= Date.now()
    else quietSince = null
    if (quietSince !== null && Date.now() - quietSince >= (world.networks ? QUIET_FOR_REAL : QUIET)) return null
  }
  return last ?? { reasons: ['no answer'], outbox: NONE, intake: { open: 0 } }
}

/** What waits for a person waits for no time. */
const isQuiet = ({ outbox, intake }: Health): boolean =>
  outbox.queued + outbox.sending + outbox.unknown === 0 && intake.open === 0

const NONE = { queued: 0, sending: 0, unknown: 0, person: 0 }

async function health(world: World): Promise<Health | null> {
  const url = `${world.urls.station}/healthz`
  const answer = await call<unknown>('GET', url)
  const body = answer.status === 'ok' ? answer.body : answer.status === 'refused' ? JSON.parse(answer.text) : null
  return HEALTH.safeParse(body).data ?? null
}
