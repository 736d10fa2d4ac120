import { describe, expect, it } from 'vitest'
import { move } from '../../src/desk/move.ts'
import { reply } from '../../src/desk/reply.ts'
import { settleShown } from '../../src/desk/settle-chat.ts'
import { settleDraft } from '../../src/desk/settle-draft.ts'
import { conversationByNumber, conversationOfThread } from '../../src/store/conversations.ts'
import type { Delivery } from '../../src/store/outbox.ts'
import { cast } from '../support/cast.ts'
import { openDesk, type TestDesk } from '../support/desk.ts'

/** Lets the chat take everything that waits, in order; each message gets a reference of its own. */
async function showAll(desk: TestDesk): Promise<Delivery[]> {
  const waiting = await desk.store.db
    .selectFrom('delivery')
    .selectAll()
    .where('target', '=', 'chat')
    .where('state', '=', 'queued')
    .orderBy('id')
    .execute()
  for (const delivery of waiting)
    await desk.act(null, async (act) => {
      const { channel = '' } = JSON.parse(delivery.body) as { channel?: string }
      if (delivery.verb !== 'revise')
        await settleShown(
          act,
          delivery,
          { channel, thread: delivery.verb === 'open' ? null : 'thread' },
          `r${delivery.id}`,
        )
      await act.tx.updateTable('delivery').set({ state: 'sent', head: 0 }).where('id', '=', delivery.id).execute()
    })
  return waiting
}

describe('moving', () => {
  it('says goodbye in the old thread, opens a new one in the other channel and shows there what was said', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Ik zoek een boek', { thread: 'a' })
    const { draft } = await desk.act(cast.delft, (act) => reply(act, { conversation: number, text: 'Welk boek?' }))
    await desk.act(null, (act) => settleDraft(act, draft, { status: 'published', id: 'ours', url: null }))
    await desk.reader.writes('Met een blauwe kaft', { thread: 'a' })
    await showAll(desk)
    await desk.act(cast.delft, (act) => move(act, { conversation: number, programme: 'Boek Kwijt' }))
    const steps = (await showAll(desk)).map((it) => [it.verb, it.subject])
    expect(steps).toEqual([
      ['post', 'notice'],
      ['open', 'card'],
      ['post', 'draft'],
      ['post', 'message'],
      ['revise', 'card'],
      ['revise', 'card'],
    ])
    const conversation = await desk.act(null, (act) => conversationByNumber(act.tx, number))
    expect(conversation).toMatchObject({ programme: 'boek-kwijt', channel: 'boek-kwijt', routed_by: 'moved' })
  })

  it('knows the conversation in the new thread as well as in the old one', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Ik zoek een boek')
    const [opened] = await showAll(desk)
    await desk.act(cast.delft, (act) => move(act, { conversation: number, programme: 'boek-kwijt' }))
    const [, reopened] = await showAll(desk)
    const at = (channel: string, ref: string) =>
      desk.act(null, async (act) => (await conversationOfThread(act.tx, 'desk', channel, ref))?.id ?? null)
    expect(await at('ochtendblad', `r${opened?.id}`)).toBe(number)
    expect(await at('boek-kwijt', `r${reopened?.id}`)).toBe(number)
  })

  it('takes along a reply that is still in the hold', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Ik zoek een boek')
    const { draft } = await desk.act(cast.delft, (act) => reply(act, { conversation: number, text: 'Welk boek?' }))
    await showAll(desk)
    await desk.act(cast.delft, (act) => move(act, { conversation: number, programme: 'boek-kwijt' }))
    const posted = (await showAll(desk)).filter((it) => it.verb === 'post')
    expect(posted.at(-1)).toMatchObject({ subject: 'draft', subject_id: draft })
  })

  it('names the nearest programme for a slip of the pen, and refuses where it stands already', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Ik zoek een boek')
    const slip = await desk.refused(cast.delft, (act) => move(act, { conversation: number, programme: 'boekkwijt' }))
    expect(slip).toMatchObject({ code: 'no-programme', facts: { nearest: 'boek-kwijt' } })
    const same = await desk.refused(cast.delft, (act) => move(act, { conversation: number, programme: 'ochtendblad' }))
    expect(same.code).toBe('already-there')
  })
})
