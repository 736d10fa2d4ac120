import type { Change } from '../../model/change.ts'
import type { Attachment } from '../../model/network.ts'
import type { Person } from './page.ts'
import { timeOf } from './snowflake.ts'

/** A private message on X, of whichever way it came to us. */
export interface Direct {
  id: string
  sender: string
  /** UTC ms; null where X does not say, then its id tells. */
  at: number | null
  /** Between more than two. */
  group: boolean
  text: string
  attachments: Attachment[]
}

/** Private messages as the station takes them in; ours are left out, and groups, where an answer would reach others, too. */
export const directChanges = (
  directs: readonly Direct[],
  people: ReadonlyMap<string, Person>,
  account: string,
  me: string,
): Change[] =>
  directs
    .filter(({ sender, group }) => sender !== me && !group)
    .map(({ id, sender, at, text, attachments }) => ({
      kind: 'created',
      account,
      id,
      threadKey: threadKeyOf(account, sender),
      root: null,
      inReplyTo: null,
      answers: null,
      what: 'direct',
      author: people.get(sender) ?? { id: sender, handle: sender, name: '' },
      text,
      attachments,
      url: null,
      at: at ?? timeOf(id),
      revision: 0,
    }))

export const threadKeyOf = (account: string, person: string): string => `direct:${account}:${person}`

/** With whom a private exchange is; null where the key is none. */
export function personOf(threadKey: string | null | undefined): string | null {
  const person = threadKey?.startsWith('direct:') ? threadKey.slice(threadKey.lastIndexOf(':') + 1) : ''
  return /^\d{1,19}$/.test(person) ? person : null
}
