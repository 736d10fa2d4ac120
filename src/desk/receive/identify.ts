import type { Written } from '../../model/change.ts'
import type { NetworkName } from '../../model/network.ts'
import type { Person } from '../../store/conversations.ts'
import { insertRow } from '../../store/insert-row.ts'
import type { Act } from '../act.ts'
import type { Known } from './look-up.ts'

/** Control, bidi and zero-width characters can make a name look like another's. */
const DISGUISE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu
const MAX_NAME = 80

const plain = (name: string): string => name.replace(DISGUISE, '').trim().slice(0, MAX_NAME)

/** The person of the public who wrote this, known by the network's own id; new ones are entered. */
export async function identify(act: Act, network: NetworkName, change: Written, known: Known): Promise<Person> {
  const before = known.persons.get(change.author.id)
  const handle = plain(change.author.handle) || '?'
  const name = plain(change.author.name) || handle
  if (before && before.handle === handle && before.name === name) return before
  const person = before
    ? await act.tx
        .updateTable('person')
        .set({ handle, name })
        .where('id', '=', before.id)
        .returningAll()
        .executeTakeFirstOrThrow()
    : await insertRow(act.tx, 'person', {
        network,
        account: change.account,
        external_id: change.author.id,
        handle,
        name,
        first_at: act.now,
      })
  known.persons.set(change.author.id, person)
  return person
}
