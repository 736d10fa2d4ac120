import { nearestOf } from '../model/nearest.ts'
import { Refused } from '../model/refused.ts'
import type { Station } from '../model/station.ts'
import { conversationByNumber } from '../store/conversations.ts'
import { record } from '../store/history.ts'
import type { Act } from './act.ts'
import { reviseCard } from './thread.ts'

/** Puts labels of the station's vocabulary on a conversation, or takes them off; the researchers count them. */
export async function tag(
  act: Act,
  input: { conversation: number; add: string[]; remove: string[] },
): Promise<{ labels: string[] }> {
  const conversation = await conversationByNumber(act.tx, input.conversation)
  const add = input.add.map((said) => labelCalled(act.station, said))
  const remove = input.remove.map((said) => labelCalled(act.station, said))
  if (add.length + remove.length === 0) throw noLabel(act.station, '')
  for (const label of add)
    await act.tx
      .insertInto('label')
      .values({ conversation: conversation.id, label, by: act.by?.id ?? '', at: act.now })
      .onConflict((it) => it.doNothing())
      .execute()
  if (remove.length > 0)
    await act.tx.deleteFrom('label').where('conversation', '=', conversation.id).where('label', 'in', remove).execute()
  await reviseCard(act, conversation)
  if (add.length > 0) await record(act, 'tagged', { conversation: conversation.id, detail: add.join(', ') })
  if (remove.length > 0) await record(act, 'untagged', { conversation: conversation.id, detail: remove.join(', ') })
  const rows = await act.tx.selectFrom('label').select('label').where('conversation', '=', conversation.id).execute()
  return { labels: rows.map((row) => row.label) }
}

/** A label's id, by its id or its name. */
export function labelCalled(station: Station, said: string): string {
  const name = said.trim().replace(/^#/, '').toLowerCase()
  const found = station.labels.find((it) => it.id === name || it.label.toLowerCase() === name)
  if (!found) throw noLabel(station, said)
  return found.id
}

function noLabel(station: Station, said: string): Refused {
  const all = station.labels.map((it) => it.id)
  return new Refused('no-label', { found: said, nearest: nearestOf(said, all) ?? '', all: all.join(', ') })
}
