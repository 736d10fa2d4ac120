import { sql } from 'kysely'
import type { Content } from '../model/chat.ts'
import { NETWORK_LABEL } from '../model/network.ts'
import { personalDetails } from '../model/personal-details.ts'
import { standingCareOf } from '../store/care.ts'
import { type Conversation, conversationByNumber, type Message, personById } from '../store/conversations.ts'
import { cardLabels } from '../wording/card.ts'
import type { Act } from './act.ts'
import { cardButtons, type Details } from './card-buttons.ts'
import { careButtons, careFace } from './care-face.ts'
import { quoteOf } from './quote.ts'
import { standingFacts } from './standing-facts.ts'

/** A card looks through so many messages for personal details; nobody puts them in the hundredth. */
const LOOKED_THROUGH = 100

const NO_DETAILS: Details = { kinds: [], newest: null }

type Fact = NonNullable<Content['facts']>[number]

/** The face of a conversation at the top of its thread, as things stand at this moment. */
export async function cardContent(act: Act, number: number): Promise<Content> {
  const { language } = act.station
  const say = cardLabels(language)
  const conversation = await conversationByNumber(act.tx, number)
  const person = await personById(act.tx, conversation.person)
  const first = await act.tx
    .selectFrom('message')
    .selectAll()
    .where('conversation', '=', number)
    .where('ordinal', '=', 1)
    .executeTakeFirstOrThrow()
  const network = NETWORK_LABEL[conversation.network]
  const newest = await newestOf(act, number)
  const details = conversation.kind === 'public' ? await detailsIn(act, number) : NO_DETAILS
  const care = await standingCareOf(act.tx, number)
  return {
    kind: 'card',
    text: say.title(number, person.handle, network, conversation.kind),
    ...(await careFace(act, conversation, care)),
    quote: quoteOf(first, person.handle),
    facts: [...(await facts(act, conversation, details)), ...standingFacts(act, conversation.network, newest)],
    state: stateOf(act, conversation, newest),
    buttons: [...cardButtons(act, conversation, details, newest), ...careButtons(act, conversation, care)],
    banner: `${act.networks.get(conversation.network)?.live ? 'LIVE' : 'SANDBOX'} · ${network}`,
    about: {
      conversation: number,
      network: conversation.network,
      author: person.handle,
      message: `${number}.1`,
      external: first.external_id,
    },
  }
}

/** The newest message of the public that stands; null where all are deleted. */
const newestOf = async (act: Act, conversation: number): Promise<Message | null> =>
  (await act.tx
    .selectFrom('message')
    .selectAll()
    .where('conversation', '=', conversation)
    .where('direction', '=', 'in')
    .where('state', '=', 'live')
    .orderBy('ordinal', 'desc')
    .executeTakeFirst()) ?? null

/** The state word on the card: what the next person needs to know first. */
function stateOf(act: Act, conversation: Conversation, newest: Message | null): NonNullable<Content['state']> {
  const say = cardLabels(act.station.language)
  if (conversation.state === 'closed') return { label: say.closed(conversation.close_reason ?? ''), tone: 'quiet' }
  if (conversation.claimed_by !== null && (conversation.claimed_until ?? 0) > act.now) {
    const name = act.station.members.find((it) => it.id === conversation.claimed_by)?.name ?? conversation.claimed_by
    return conversation.waiting_since === null
      ? { label: `${say.answered} · ${say.claimed(name)}`, tone: 'done' }
      : { label: say.claimed(name), tone: 'busy' }
  }
  if (conversation.waiting_since === null && newest === null) return { label: say.takenAway, tone: 'quiet' }
  return conversation.waiting_since === null
    ? { label: say.answered, tone: 'done' }
    : { label: newest?.sight === 'held' ? say.toApprove : say.waiting, tone: 'waiting' }
}

async function facts(act: Act, conversation: Conversation, details: Details): Promise<Fact[]> {
  const say = cardLabels(act.station.language)
  const programme = act.station.programmes.find((it) => it.id === conversation.programme)
  const list: Fact[] = [{ label: say.programme, value: programme?.name ?? say.night }]
  const answered = await answeredPost(act, conversation)
  if (answered) list.push({ label: say.answers, value: answered.text, ...(answered.url ? { url: answered.url } : {}) })
  list.push({ label: say.routed, value: say.routedBy(conversation.routed_by) })
  const earlier = await others(act, conversation, 'person')
  if (earlier.length > 0) list.push({ label: say.earlier, value: earlier.map((it) => `#${it}`).join(' ') })
  if (conversation.previous !== null) list.push({ label: say.previous, value: `#${conversation.previous}` })
  const beside = conversation.root === null ? [] : await others(act, conversation, 'root')
  if (beside.length > 0) list.push({ label: say.beside, value: beside.map((it) => `#${it}`).join(' ') })
  const labels = await act.tx.selectFrom('label').select('label').where('conversation', '=', conversation.id).execute()
  if (labels.length > 0)
    list.push({ label: say.labels, value: labels.map((it) => labelName(act, it.label)).join(', ') })
  if (details.kinds.length > 0) list.push({ label: say.careful, value: say.personal(details.kinds) })
  return list
}

/** What readers have put in public in the conversation that belongs in private. */
async function detailsIn(act: Act, conversation: number): Promise<Details> {
  const messages = await act.tx
    .selectFrom('message')
    .select(['text', 'ordinal'])
    .where('conversation', '=', conversation)
    .where('direction', '=', 'in')
    .orderBy('ordinal')
    .limit(LOOKED_THROUGH)
    .execute()
  const found = messages.map(({ text, ordinal }) => ({ ordinal, kinds: personalDetails(text) }))
  return {
    kinds: [...new Set(found.flatMap((it) => it.kinds))],
    newest: found.findLast((it) => it.kinds.length > 0)?.ordinal ?? null,
  }
}

const labelName = (act: Act, id: string): string => act.station.labels.find((it) => it.id === id)?.label ?? id

async function answeredPost(
  act: Act,
  conversation: Conversation,
): Promise<{ text: string; url: string | null } | null> {
  if (conversation.variant === null) return null
  const row = await act.tx
    .selectFrom('variant')
    .select(['text', 'url'])
    .where('id', '=', conversation.variant)
    .executeTakeFirst()
  return row ?? null
}

/** Up to five other conversations of the same person, or under the same post, newest first. */
const others = async (act: Act, conversation: Conversation, by: 'person' | 'root'): Promise<number[]> => {
  const rows = await act.tx
    .selectFrom('conversation')
    .select('id')
    .where(by, '=', by === 'person' ? conversation.person : conversation.root)
    .where('id', '<', conversation.id)
    .$if(by === 'root', (query) => query.where(sql<boolean>`root is not null`))
    .orderBy('id', 'desc')
    .limit(5)
    .execute()
  return rows.map((row) => row.id)
}
