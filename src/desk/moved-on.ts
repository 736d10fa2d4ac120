import type { Content } from '../model/chat.ts'
import { movedWords } from '../wording/moved.ts'
import type { Act } from './act.ts'

/** The conversation that stood in this thread before it was moved, and the channel where it goes on; null elsewhere. */
export const movedOn = async (
  act: Act,
  platform: string,
  channel: string,
  ref: string,
): Promise<{ conversation: number; channel: string } | null> =>
  (await act.tx
    .selectFrom('thread')
    .innerJoin('thread as present', 'present.conversation', 'thread.conversation')
    .select(['thread.conversation', 'present.channel'])
    .where('thread.platform', '=', platform)
    .where('thread.channel', '=', channel)
    .where('thread.ref', '=', ref)
    .where('thread.role', '=', 'moved')
    .where('present.platform', '=', platform)
    .where('present.role', '=', 'main')
    .executeTakeFirst()) ?? null

/** Tells whoever types in a thread that a conversation has left where it goes on; null where it has not left. */
export async function sayMovedOn(act: Act, platform: string, channel: string, ref: string): Promise<Content | null> {
  const moved = await movedOn(act, platform, channel, ref)
  if (!moved) return null
  return {
    kind: 'private',
    text: movedWords(act.by?.language ?? act.station.language).goesOnIn(moved.conversation, moved.channel),
    about: { conversation: moved.conversation },
  }
}

/** What stays in the old thread after a move: as true as in the new one, but nothing is waiting or done there. */
export function leftBehind(act: Act, { buttons: _, ...content }: Content): Content {
  if (content.kind !== 'card') return content
  return { ...content, state: { label: movedWords(act.station.language).moved, tone: 'quiet' } }
}
