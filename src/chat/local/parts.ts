import type { Logger } from 'pino'
import type { Clock } from '../../model/clock.ts'
import type { Bus } from './bus.ts'
import type { Faults } from './faults.ts'
import { Refusal } from './refusal.ts'
import type { Channel, Member } from './store/rooms.ts'
import type { Store } from './store/store.ts'

/** Everything that a request at the desk may need. */
export interface Parts {
  store: Store
  bus: Bus
  faults: Faults
  clock: Clock
  log: Logger
  /** When the station last asked for events, by steady time; null before it ever did. */
  station: { asked: number | null }
}

/** The channel with this name; throws Refusal 404. */
export function channelNamed({ store }: Parts, name: string): Channel {
  const channel = store.rooms.channel(name.replace(/^#/, ''))
  if (!channel) throw new Refusal(404, 'unknown-channel', { channel: name.slice(0, 80) })
  return channel
}

/** The member with this id; throws Refusal 400. */
export function memberCalled({ store }: Parts, id: string): Member {
  const member = store.rooms.member(id.replace(/^@/, ''))
  if (!member) throw new Refusal(400, 'unknown-member', { member: id.slice(0, 80) })
  return member
}

/** The number of the thread's root in this channel; throws Refusal 404. */
export function rootOf({ store }: Parts, channel: Channel, thread: string): number {
  const root = store.messages.find(thread)
  if (!root || root.channel !== channel.id || root.thread !== null || root.deleted_at !== null)
    throw new Refusal(404, 'unknown-thread', { thread: thread.slice(0, 80) })
  return root.seq
}
