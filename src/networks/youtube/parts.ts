import type { Surroundings } from '../network.ts'
import { Calls } from './calls.ts'
import { Channel } from './channel.ts'
import { Rejected } from './rejected.ts'
import type { YouTubeSettings } from './settings.ts'
import { Threads } from './threads.ts'

/** What every part of the adapter works with. */
export interface Parts {
  surroundings: Surroundings
  calls: Calls
  channel: Channel
  threads: Threads
  rejected: Rejected
}

export function partsOf(settings: YouTubeSettings, surroundings: Surroundings): Parts {
  const calls = new Calls(settings, surroundings)
  return {
    surroundings,
    calls,
    channel: new Channel(calls, surroundings.account),
    threads: new Threads(surroundings.clock),
    rejected: new Rejected(surroundings.memory),
  }
}
