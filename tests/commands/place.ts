import type { Place } from '../../commands/command.ts'

/** Typed in a channel, outside any thread. */
export const inChannel: Place = { platform: 'desk', channel: 'ochtendblad', thread: null, conversation: null }

/** Typed in the thread of a conversation. */
export const inThreadOf = (conversation: number): Place => ({ ...inChannel, thread: `t${conversation}`, conversation })
