import { NETWORK_LABEL, type NetworkName } from '../model/network.ts'
import { Refused } from '../model/refused.ts'
import { conversationByNumber, type Person, personById } from '../store/conversations.ts'
import { waitingSince } from '../store/drafts.ts'
import { record } from '../store/history.ts'
import { personsCalled } from '../store/persons.ts'
import type { Act } from './act.ts'
import { end } from './close.ts'
import { requireSender } from './send-rights.ts'
import { noticeInThread, reviseCard } from './thread.ts'

/** Somebody of the public: by handle, or as whoever began a conversation. */
export type Whom = { handle: string; network?: NetworkName } | { conversation: number }

/** Lets nothing more of a person in and closes what is open with that person; not where somebody else waits there too. */
export async function ignore(act: Act, whom: Whom): Promise<{ person: Person; closed: number[] }> {
  const by = requireSender(act)
  const person = await personMeant(act, whom)
  if (person.ignored) throw new Refused('ignored-already', { handle: person.handle })
  await act.tx.updateTable('person').set({ ignored: 1 }).where('id', '=', person.id).execute()
  const open = await act.tx
    .selectFrom('conversation')
    .selectAll()
    .where('person', '=', person.id)
    .where('state', '=', 'open')
    .execute()
  const closed: number[] = []
  for (const conversation of open) {
    const others = await waitingSince(act.tx, conversation.id)
    if (others === null) {
      await end(act, conversation, 'ignored', '')
      closed.push(conversation.id)
    } else {
      await act.tx
        .updateTable('conversation')
        .set({ waiting_since: others })
        .where('id', '=', conversation.id)
        .execute()
      await reviseCard(act, conversation)
    }
    await noticeInThread(act, conversation, { notice: 'ignored', facts: { who: by.name, handle: person.handle } })
  }
  await record(act, 'ignored', { detail: `person ${person.id}` })
  return { person, closed }
}

/** Lets a person in again; what was closed stays closed until that person writes. */
export async function unignore(act: Act, whom: Whom): Promise<{ person: Person }> {
  requireSender(act)
  const person = await personMeant(act, whom)
  if (!person.ignored) throw new Refused('not-ignored', { handle: person.handle })
  await act.tx.updateTable('person').set({ ignored: 0 }).where('id', '=', person.id).execute()
  await record(act, 'unignored', { detail: `person ${person.id}` })
  return { person }
}

async function personMeant(act: Act, whom: Whom): Promise<Person> {
  if ('conversation' in whom) return personById(act.tx, (await conversationByNumber(act.tx, whom.conversation)).person)
  const [first, ...others] = await personsCalled(act.tx, whom.handle, whom.network)
  if (!first) throw new Refused('no-person', { handle: whom.handle })
  if (others.length > 0)
    throw new Refused('several-persons', {
      handle: whom.handle,
      found: [first, ...others].map((it) => `${it.name} (${NETWORK_LABEL[it.network]})`).join(', '),
    })
  return first
}
