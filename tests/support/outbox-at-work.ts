import pino from 'pino'
import { onTestFinished } from 'vitest'
import type { Chat } from '../../src/chat/chat.ts'
import { Deliver } from '../../src/deliver.ts'
import { receive } from '../../src/desk/receive.ts'
import type { NetworkName } from '../../src/model/network.ts'
import type { Network } from '../../src/networks/network.ts'
import { networks, station } from './cast.ts'
import { ManualClock } from './clock.ts'
import { openDesk, type TestDesk } from './desk.ts'
import { SlowChat, type Takes } from './slow-chat.ts'

/** A clock that knows whether somebody waits for it. */
class WatchedClock extends ManualClock {
  waiters = 0
  override async wait(ms: number, signal?: AbortSignal): Promise<void> {
    this.waiters++
    await super.wait(ms, signal)
    this.waiters--
  }
}

export interface AtWork {
  desk: TestDesk
  clock: ManualClock
  chat: SlowChat
  /** A second chat, which takes everything; there where it was asked for. */
  fast: SlowChat
  /** Lets the worker do everything that it can do at this moment. */
  settled(): Promise<void>
  /** Time goes by, a fifth of a second at a time, and the worker keeps up. */
  passes(ms: number): Promise<void>
  /** Many people of the public write at once, each in a branch of their own; `answers`: the post of ours they answer. */
  peak(count: number, from: number, more?: { answers?: string; text?: string }): Promise<void>
  restart(): Promise<void>
}

/** The desk with the worker that delivers, towards a chat that takes only so much. */
export async function outboxAtWork(
  options: { takes?: Takes; fast?: boolean; networks?: ReadonlyMap<NetworkName, Network> } = {},
): Promise<AtWork> {
  const clock = new WatchedClock()
  const chat = new SlowChat(clock, options.takes)
  const fast = new SlowChat(clock, { post: null, revise: null }, 'fast')
  const chats = new Map<string, Chat>((options.fast ? [chat, fast] : [chat]).map((it) => [it.platform, it]))
  const platforms = [...chats.keys()]
  const desk = openDesk({ platforms }, clock)
  const start = async (boot: string) => {
    const deliver = new Deliver({
      store: desk.store,
      desk: { station, networks, platforms },
      clock,
      log: pino({ level: 'silent' }),
      boot,
      chats,
      networks: options.networks ?? new Map(),
    })
    await deliver.start()
    return deliver
  }
  let deliver = await start('first start')
  desk.store.onCommit(() => deliver.bell.ring())
  onTestFinished(() => deliver.stop())
  const settled = async () => {
    for (let still = 0; still < 3; ) {
      await new Promise((resolve) => setImmediate(resolve))
      still = clock.waiters > 0 && chat.inFlight + fast.inFlight === 0 ? still + 1 : 0
    }
  }
  return {
    desk,
    clock,
    chat,
    fast,
    settled,
    async passes(ms) {
      for (let gone = 0; gone < ms; gone += 200) {
        clock.advance(200)
        await settled()
      }
    },
    async peak(count, from, { answers, text = 'Wat een mooi boek' } = {}) {
      const account = networks.get('x')?.account ?? ''
      const changes = Array.from({ length: count }, (_, n) => ({
        kind: 'created' as const,
        account,
        id: `p${from + n}`,
        threadKey: `p${from + n}`,
        root: answers ?? null,
        inReplyTo: answers ?? null,
        answers: answers ?? null,
        what: 'mention' as const,
        author: { id: `id-of-${from + n}`, handle: `lezer${from + n}`, name: `Lezer ${from + n}` },
        text: `${text} ${from + n}`,
        attachments: [],
        url: `https://sandbox.example/p${from + n}`,
        at: clock.now(),
        revision: 0,
      }))
      await desk.act(null, (act) => receive(act, { network: 'x', account, source: 'test', changes, cursor: `${from}` }))
    },
    async restart() {
      await deliver.stop()
      deliver = await start('next start')
    },
  }
}
