import { noticeText } from '../../src/wording/notices.ts'
import type { TestDesk } from './desk.ts'

/** The station's own sentences on their way into a conversation's thread, in order, in Dutch. */
export async function noticesIn(desk: TestDesk, conversation: number): Promise<string[]> {
  const rows = await notices(desk, conversation)
  return rows.map((body) => noticeText('nl', body.notice, body.facts))
}

/** Whom those sentences call. */
export async function calledIn(desk: TestDesk, conversation: number): Promise<string[]> {
  const rows = await notices(desk, conversation)
  return rows.flatMap((body) => body.mentions ?? [])
}

interface Body {
  notice: string
  facts?: Record<string, string | number>
  mentions?: string[]
}

async function notices(desk: TestDesk, conversation: number): Promise<Body[]> {
  const rows = await desk.store.db
    .selectFrom('delivery')
    .select('body')
    .where('subject', '=', 'notice')
    .where('subject_id', '=', conversation)
    .orderBy('id')
    .execute()
  return rows.map((row) => JSON.parse(row.body) as Body)
}

/** How many revisions of the conversation's card wait; one is enough whatever happened. */
export async function cardRevisions(desk: TestDesk, conversation: number): Promise<number> {
  const rows = await desk.store.db
    .selectFrom('delivery')
    .select('id')
    .where('subject', '=', 'card')
    .where('subject_id', '=', conversation)
    .where('verb', '=', 'revise')
    .execute()
  return rows.length
}
