import { createHash } from 'node:crypto'
import { SECOND } from '../../../src/model/clock.ts'
import type { FakeX } from '../x/fake.ts'
import { NotHere, type Stage, type Written } from './stage.ts'

const WRITE = 'POST /2/tweets'
const READS = ['GET /2/users/{id}/mentions', 'GET /2/users/{id}/tweets'] as const
const HANDLE = /^[A-Za-z0-9_]{1,15}$/

/** X for the sandbox's calls. Deletions stay away: X tells of them within a day, not within a run. */
export function xStage(x: FakeX): Stage {
  const log: Written[] = []
  const handleOf = (author: string) =>
    HANDLE.test(author) ? author : `l${createHash('sha256').update(author).digest('hex').slice(0, 13)}`
  let reads = 0

  return {
    name: 'x',
    write(author, text, inReplyTo, kind) {
      if (kind === 'direct') throw new NotHere('no private messages on X in a run')
      const post = inReplyTo
        ? x.replies(handleOf(author), inReplyTo, text)
        : x.writes(handleOf(author), text.includes(`@${x.me.username}`) ? text : `@${x.me.username} ${text}`)
      log.push({ id: post.id, author, kind: 'mention', text, inReplyTo, at: post.at, state: 'live' })
      return post.id
    },
    edit(id, text) {
      const written = log.find((one) => one.id === id)
      if (!written) throw new NotHere(`no post ${id}`)
      const newest = x.post(id).versions.at(-1) ?? id
      // Whoever is named at its head stays named, as in X's own editor.
      const names = /^(?:@\w+ )*/.exec(x.post(newest).text)?.[0] ?? ''
      x.edits(newest, `${names}${text}`)
      written.text = text
    },
    remove: () => {
      throw new NotHere('no deletions on X in a run')
    },
    written: () => log,
    ours: () =>
      x.published().map(({ id, versions, text, inReplyTo, at }) => ({
        id: versions[0] ?? id,
        kind: inReplyTo === null ? 'post' : 'mention',
        text,
        inReplyTo,
        at,
      })),
    misfortune({ kind, on, times, retryAfter }) {
      const method = on === 'all' ? {} : { method: on === 'writes' ? WRITE : (READS[reads++ % READS.length] ?? WRITE) }
      if (kind === 'auth') return x.revoke()
      if (kind === '429') return x.faults.add({ kind: 'limited', retryAfter, times, ...method })
      if (kind === 'slow') return x.faults.add({ kind: 'slow', ms: 3 * SECOND, times, ...method })
      if (kind === '500') return x.faults.add({ kind: 'status', status: 503, when: 'after', times, ...method })
      if (kind === 'garbage') return x.faults.add({ kind, when: 'after', times, ...method })
      x.faults.add({ kind: 'drop', when: kind === 'drop-before' ? 'before' : 'after', times, ...method })
    },
    calm() {
      x.faults.clear()
      x.revoke(false)
    },
    lift(lifted) {
      x.limits.on = !lifted
    },
  }
}
