import type { Subject } from '../store/tables.ts'
import type { Act } from './act.ts'

/** Everywhere that a message of ours stands in a chat, newest first: after a move it stands in the old thread as well. */
export const shownIn = (act: Act, platform: string, subject: Subject, subjectId: number) =>
  act.tx
    .selectFrom('chat_message')
    .select(['channel', 'thread', 'ref'])
    .where('platform', '=', platform)
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .orderBy('id', 'desc')
    .execute()
