import { setTimeout as pause } from 'node:timers/promises'
import type { ChatEvent } from '../model/chat.ts'
import { MINUTE } from '../model/clock.ts'
import { isThreadArriving } from '../store/arriving.ts'
import type { IntakeParts } from './parts.ts'
import { placeOf } from './place.ts'

/** Real ms, as in the outbox: what is waited for is on the machine's way, and no clock's meaning hangs on it. */
const LOOK = 20
/** An opening that nobody knows about for so long is not what somebody has just seen. */
const PATIENCE = MINUTE

/**
 * Whoever sees a new thread may write in it before its opening has come back to us: what is done in a thread that is
 * not known waits while one may be arriving there, so that it is not taken for talk that is none of ours.
 */
export async function whenArrived(
  { store, clock }: Pick<IntakeParts, 'store' | 'clock'>,
  platform: string,
  event: ChatEvent,
  signal: AbortSignal,
): Promise<void> {
  const { now, steady } = { now: clock.now(), steady: clock.steady() }
  while (!signal.aborted && clock.steady() - steady < PATIENCE) {
    if (!(await isArriving(store, platform, event, now))) return
    await pause(LOOK)
  }
}

/**
 * Whether the thread in which something was done may be arriving.
 * @param before UTC ms: an opening that set out later is not what somebody saw
 */
export async function isArriving(
  store: IntakeParts['store'],
  platform: string,
  event: ChatEvent,
  before: number,
): Promise<boolean> {
  if (event.kind === 'action' || (event.thread ?? null) === null) return false
  return store.transaction(async (tx) => {
    const place = await placeOf(tx, platform, event)
    return place?.conversation == null && (await isThreadArriving(tx, platform, event.channel, before))
  })
}
