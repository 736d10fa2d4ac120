import { MINUTE } from '../../model/clock.ts'
import type { Found } from '../../model/network.ts'
import type { Draft } from '../network.ts'
import { POST_FIELDS } from './fields.ts'
import type { Identity } from './identity.ts'
import { idsOf } from './look-up.ts'
import { readPage } from './page.ts'
import type { XParts } from './parts.ts'
import { sameText } from './same-text.ts'
import { addressOf } from './written.ts'

/** What our clock may be ahead of X's: what the station knows already is told apart by its id. */
export const SKEW = 10 * MINUTE
/** Small: a whole page is put down before it is asked for, and replies that meet it must not find the purse empty. */
const PAGE = 10
/** More than 500 posts of ours since an attempt would be a riddle of its own. */
const PAGES = 50

/**
 * Looks for a post or reply of ours on our timeline, which X describes as complete.
 * @param since UTC ms before which it cannot be there
 */
export async function findPost(
  { api, till, settings, placed }: XParts,
  me: Identity,
  draft: Draft,
  since: number,
): Promise<Found> {
  let token: string | null = null
  for (let pages = 0; pages < PAGES; pages++) {
    const reply = await till.reading(
      {
        purpose: 'replying',
        price: settings.prices.mention,
        most: PAGE,
        brought: ({ body }) => idsOf(readPage(body)),
      },
      () =>
        api.call({
          method: 'GET',
          endpoint: 'GET users/:id/tweets',
          path: `users/${me.id}/tweets`,
          query: {
            ...POST_FIELDS,
            max_results: PAGE,
            start_time: wholeSecond(since - SKEW),
            pagination_token: token ?? undefined,
          },
        }),
    )
    const page = reply.kind === 'ok' ? readPage(reply.body) : null
    if (page === null) return { status: 'cannot tell' }
    const alike = page.posts.filter(
      (post) =>
        !post.repost &&
        (page.around.get(post.parent ?? '')?.id ?? post.parent) === draft.inReplyTo &&
        sameText(draft.text, post.text),
    )
    const known = alike.length > 0 ? await placed(alike.map(({ id }) => id)) : new Map()
    const found = alike.find(({ id }) => !known.has(id))
    if (found) return { status: 'found', id: found.id, url: addressOf(found.id, me.handle) }
    if (page.unreadable > 0) return { status: 'cannot tell' }
    if (page.next === null) return { status: 'absent' }
    token = page.next
  }
  return { status: 'cannot tell' }
}

/** A moment as X takes it: to the second. */
const wholeSecond = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`
