import { SECOND } from '../../../src/model/clock.ts'
import type { FakeFacebook } from '../facebook/fake.ts'
import { NotHere, type Stage, type Written } from './stage.ts'

/** Facebook for the sandbox's calls: everybody comments under one post of the page that somebody wrote by hand. */
export function facebookStage(facebook: FakeFacebook): Stage {
  const under = facebook.byHand('Waar lees jij het liefst?').id
  const log: Written[] = []
  const us = facebook.page.self.id
  const broughtAt = (id: string): number | null => {
    const ofIt = facebook.webhooks.sent.filter(({ body }) => body.includes(`"comment_id":"${id}"`))
    return ofIt.find(({ tookAt }) => tookAt !== null)?.tookAt ?? null
  }
  const known = (id: string): Written => {
    const one = log.find((it) => it.id === id)
    if (!one || one.state === 'deleted') throw new NotHere(`no comment ${id}`)
    return one
  }

  return {
    name: 'facebook',
    write(author, text, inReplyTo, kind) {
      if (kind === 'direct') throw new NotHere('no private messages on Facebook in a run')
      if (inReplyTo !== null && !facebook.page.comments.has(inReplyTo) && !facebook.page.posts.has(inReplyTo))
        throw new NotHere(`comment ${inReplyTo} is gone`)
      const { id, created } = facebook.public.comments(inReplyTo ?? under, author, text)
      log.push({ id, author, kind: 'comment', text, inReplyTo, at: created, state: 'live' })
      return id
    },
    edit(id, text) {
      const one = known(id)
      facebook.public.edits(id, text)
      one.text = text
    },
    remove(id) {
      const one = known(id)
      // What hangs under a comment would go with it.
      if ([...facebook.page.comments.values()].some(({ parent }) => parent === id))
        throw new NotHere(`something hangs under ${id}`)
      facebook.public.deletes(id)
      Object.assign(one, { text: '', state: 'deleted' })
    },
    written: () => log.map((it) => ({ ...it, brought: broughtAt(it.id) })),
    ours: () => [
      ...[...facebook.page.posts.values()]
        .filter((it) => it.from.id === us && it.id !== under)
        .map((it) => ({ id: it.id, kind: 'post', text: it.message, inReplyTo: null, at: it.created })),
      ...[...facebook.page.comments.values()]
        .filter((it) => it.from.id === us)
        .map((it) => ({
          id: it.id,
          kind: 'comment',
          text: it.message,
          inReplyTo: it.parent ?? it.post,
          at: it.created,
        })),
    ],
    misfortune({ kind, on, times }) {
      const where = on === 'all' ? { times } : { times, method: on === 'writes' ? ('POST' as const) : ('GET' as const) }
      if (kind === 'auth') {
        facebook.tokens.page.state = 'expired'
        return
      }
      if (kind === '429') return facebook.faults.add({ kind: 'error', code: 32, ...where })
      if (kind === 'slow') return facebook.faults.add({ kind: 'slow', ms: 3 * SECOND, ...where })
      if (kind === '500') return facebook.faults.add({ kind: 'status', status: 502, when: 'after', ...where })
      if (kind === 'garbage') return facebook.faults.add({ kind: 'html', when: 'after', ...where })
      facebook.faults.add({ kind: 'drop', when: kind === 'drop-before' ? 'before' : 'after', ...where })
    },
    calm() {
      facebook.faults.clear()
      facebook.tokens.page.state = 'valid'
    },
    lift: () => {},
  }
}
