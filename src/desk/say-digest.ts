import type { Content } from '../model/chat.ts'
import { digestWords } from '../wording/digest.ts'
import type { Act } from './act.ts'

/** Tells whoever types under a digest that it reaches nobody there, and how it does; null elsewhere. */
export async function sayDigest(act: Act, platform: string, channel: string, ref: string): Promise<Content | null> {
  const digest = await act.tx
    .selectFrom('chat_message')
    .select('subject_id')
    .where('platform', '=', platform)
    .where('channel', '=', channel)
    .where('ref', '=', ref)
    .where('subject', '=', 'digest')
    .executeTakeFirst()
  if (!digest) return null
  return { kind: 'private', text: digestWords(act.by?.language ?? act.station.language).reachesNobody }
}
