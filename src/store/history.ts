import type { Member } from '../model/station.ts'
import type { Tx } from './database.ts'

/**
 * Writes down who did what and when; what people wrote is not repeated here, so that erasing it elsewhere is enough.
 * `by` is the member who acts; null is the station itself.
 */
export async function record(
  act: { tx: Tx; now: number; by: Member | null },
  what: string,
  about: { conversation?: number; draft?: number; post?: number; detail?: string } = {},
): Promise<void> {
  await act.tx
    .insertInto('history')
    .values({
      at: act.now,
      by: act.by?.id ?? null,
      what,
      conversation: about.conversation ?? null,
      draft: about.draft ?? null,
      post: about.post ?? null,
      detail: about.detail ?? null,
    })
    .execute()
}
