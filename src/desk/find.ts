import type { NetworkName } from '../model/network.ts'
import { Refused } from '../model/refused.ts'
import { personsLike } from '../store/persons.ts'
import { messagesWith, searchWords } from '../store/search.ts'
import type { Act } from './act.ts'
import { excerpt } from './excerpt.ts'
import { memberName } from './members.ts'

export interface Hit {
  number: number
  ordinal: number
  /** A line of the message around what was sought. */
  line: string
  who: string
  network: NetworkName
  at: number
  state: 'open' | 'closed'
}

export interface KnownPerson {
  handle: string
  network: NetworkName
  /** Their newest conversations, newest first. */
  conversations: number[]
}

const CONVERSATIONS = 10
/** Several hits may be of one conversation. */
const MESSAGES = 60
const PEOPLE = 5

/** Looks for words in all messages and for people whose name begins so; newest first. */
export async function find(act: Act, query: string): Promise<{ hits: Hit[]; people: KnownPerson[]; more: boolean }> {
  const words = searchWords(query)
  if (words.length === 0) throw new Refused('usage', { problem: 'words', found: query.trim() })
  const ids = query.trim().startsWith('@') ? [] : await messagesWith(act.tx, words, MESSAGES)
  const hits = ids.length === 0 ? [] : await hitsOf(act, ids, words)
  return {
    hits: hits.slice(0, CONVERSATIONS),
    people: await peopleCalled(act, query.trim().replace(/^@/, '')),
    more: hits.length > CONVERSATIONS || ids.length === MESSAGES,
  }
}

/** One hit a conversation: its newest message with the words. */
async function hitsOf(act: Act, ids: number[], words: readonly string[]): Promise<Hit[]> {
  const rows = await act.tx
    .selectFrom('message as m')
    .innerJoin('conversation as c', 'c.id', 'm.conversation')
    .innerJoin('person as p', 'p.id', 'c.person')
    .leftJoin('person as author', 'author.id', 'm.person')
    .leftJoin('draft as d', 'd.id', 'm.draft')
    .select(['c.id as number', 'c.network', 'c.state', 'm.ordinal', 'm.text', 'm.at', 'm.direction'])
    .select(['p.handle', 'author.handle as author', 'd.by'])
    .where('m.id', 'in', ids)
    .where('m.state', '=', 'live')
    .orderBy('m.id', 'desc')
    .execute()
  const hits = new Map<number, Hit>()
  for (const row of rows)
    if (!hits.has(row.number))
      hits.set(row.number, {
        number: row.number,
        ordinal: row.ordinal,
        line: excerpt(row.text, words),
        who: row.direction === 'out' ? memberName(act.station, row.by) : `@${row.author ?? row.handle}`,
        network: row.network,
        at: row.at,
        state: row.state,
      })
  return [...hits.values()]
}

async function peopleCalled(act: Act, prefix: string): Promise<KnownPerson[]> {
  const persons = await personsLike(act.tx, prefix, PEOPLE)
  const people: KnownPerson[] = []
  for (const person of persons) {
    const rows = await act.tx
      .selectFrom('conversation')
      .select('id')
      .where('person', '=', person.id)
      .orderBy('id', 'desc')
      .limit(5)
      .execute()
    people.push({ handle: person.handle, network: person.network, conversations: rows.map((row) => row.id) })
  }
  return people
}
