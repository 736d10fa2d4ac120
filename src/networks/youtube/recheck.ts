import { DAY, HOUR } from '../../model/clock.ts'
import type { Change, Recheck, Stored } from '../network.ts'
import { fateOf } from './gone.ts'
import { messageOf } from './message.ts'
import type { Parts } from './parts.ts'
import { got } from './sources/got.ts'

/** What is stored is to be refreshed or deleted within 30 days: developers.google.com/youtube/terms/developer-policies. */
export const recheckOf = (parts: Parts): Recheck => ({
  every: 24 * HOUR,
  until: 30 * DAY,
  batch: 50,
  async look(messages: readonly Stored[], signal: AbortSignal): Promise<Change[]> {
    const { account, clock } = parts.surroundings
    const { there, gone, held } = got(
      await fateOf(
        parts,
        messages.map(({ id }) => id),
        'checking',
        signal,
      ),
    )
    for (const comment of there) parts.threads.hearComment(comment)
    const edited = there
      .map((comment) => messageOf(comment, account))
      .filter((message) => message.kind === 'edited')
      .map((message): Change => (held?.has(message.id) ? { ...message, sight: 'held' } : message))
    return [...edited, ...gone.map((id): Change => ({ kind: 'deleted', account, id, at: clock.now() }))]
  },
})
