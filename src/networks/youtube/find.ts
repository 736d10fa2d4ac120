import { MINUTE } from '../../model/clock.ts'
import type { Found } from '../../model/network.ts'
import type { Draft } from '../network.ts'
import { repliesUnder } from './lists.ts'
import { isOurs, textOf, topOf, urlOf } from './message.ts'
import type { Parts } from './parts.ts'

const PAGES = 20
/** What our clock may be ahead of YouTube's: what the station knows already is told apart by its id. */
const SKEW = 10 * MINUTE

/** Looks among all replies of the thread, in whatever order they come, for ours with this text since then. */
export async function find(parts: Parts, draft: Draft, since: number): Promise<Found> {
  if (draft.inReplyTo === null) return { status: 'cannot tell' }
  const ours = await parts.channel.id('replying')
  if (ours.kind !== 'ok') return { status: 'cannot tell' }
  const wanted = plain(draft.text)
  const from = since - SKEW
  let page: string | null = null
  for (let turn = 0; turn < PAGES; turn++) {
    const reply = await repliesUnder(parts, topOf(draft.inReplyTo), page, 'replying')
    // Under a comment that is gone nothing stands.
    if (reply.kind === 'refused' && reply.status === 404) return { status: 'absent' }
    if (reply.kind !== 'ok') return { status: 'cannot tell' }
    const alike = reply.body.items.filter(
      (one) => isOurs(one, ours.body) && one.snippet.publishedAt >= from && plain(textOf(one)) === wanted,
    )
    const known = alike.length > 0 ? await parts.surroundings.placed(alike.map(({ id }) => id)) : new Map()
    const found = alike.find(({ id }) => !known.has(id))
    if (found) return { status: 'found', id: found.id, url: urlOf(found.snippet.videoId, found.id) }
    page = reply.body.next
    if (page === null) return { status: 'absent' }
  }
  return { status: 'cannot tell' }
}

/** Without what YouTube may change of a text: line ends, spaces around it, and how accents are put together. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC').trim()
