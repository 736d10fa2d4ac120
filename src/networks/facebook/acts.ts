import { z } from 'zod'
import type { Moderation, Outcome, Publication } from '../../model/network.ts'
import type { Context } from './context.ts'
import { type Answer, part } from './graph.ts'
import { outcomeOf } from './outcome.ts'

const DONE = z.object({ success: z.literal(true) })

const outcome = (id: string, answer: Answer): Outcome =>
  outcomeOf(answer, DONE, () => ({ status: 'published', id, url: null }))

/** Takes a text of ours back. What is gone already is as it should be; Messenger gives nothing back. */
export async function retract({ graph }: Context, id: string, kind?: Publication['kind']): Promise<Outcome> {
  if (kind === 'direct') return { status: 'rejected', reason: 'not-deletable' }
  const ended = outcome(id, await graph.remove(part(id)))
  const gone = ended.status === 'rejected' && ended.reason === 'gone'
  return gone ? { status: 'published', id, url: null } : ended
}

export const like = async ({ graph }: Context, id: string): Promise<Outcome> =>
  outcome(id, await graph.post(`${part(id)}/likes`, {}))

/** Hides a comment or a visitor's post from everybody but its writer and his friends, or shows it again. */
export async function moderate({ graph }: Context, id: string, verdict: Moderation): Promise<Outcome> {
  if (verdict !== 'hide' && verdict !== 'show') throw new Error(`Facebook has no verdict ${verdict}`)
  return outcome(id, await graph.post(part(id), { is_hidden: verdict === 'hide' }))
}
