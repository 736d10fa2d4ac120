import type { Outcome } from '../../model/network.ts'
import type { Context } from './context.ts'
import { part } from './graph.ts'
import { beforeWriting } from './outcome.ts'
import { MESSAGE } from './shapes.ts'
import { isOurs, personOf } from './written.ts'

const NOBODY: Outcome = { status: 'rejected', reason: 'no-recipient' }
const WRITER = MESSAGE.pick({ from: true })

/** Whom a private message of ours is for: who wrote the one that it answers. */
export async function recipientOf(
  context: Context,
  message: string | null,
): Promise<{ person: string } | { refused: Outcome }> {
  if (message === null) return { refused: NOBODY }
  const placed = (await context.placed([message])).get(message)
  const person = placed?.threadKey ? personOf(context, placed.threadKey) : null
  if (person) return { person }
  const answer = await context.graph.get(part(message), { fields: 'from' })
  if (answer.kind !== 'ok') return { refused: beforeWriting(answer) }
  const from = WRITER.safeParse(answer.body).data?.from
  return from && !isOurs(context, from) ? { person: from.id } : { refused: NOBODY }
}
