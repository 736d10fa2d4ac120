import { SECOND } from '../../../src/model/clock.ts'
import type { FakeYouTube } from '../youtube/fake.ts'
import { NotHere, type Stage, type Written } from './stage.ts'

const WRITES = 'comments.insert'
const READS = ['commentThreads.list', 'comments.list'] as const

/** YouTube for the sandbox's calls. Edits and deletions stay away: YouTube tells of them within a day, not within a run. */
export function youtubeStage(youtube: FakeYouTube): Stage {
  const log: Written[] = []
  const ours = () => [...youtube.world.comments.values()].filter((it) => it.author.channel === youtube.world.us.channel)
  let reads = 0

  return {
    name: 'youtube',
    write(author, text, inReplyTo) {
      const above = inReplyTo === null ? null : (youtube.world.comments.get(inReplyTo) ?? null)
      if (inReplyTo !== null && above === null) throw new NotHere(`comment ${inReplyTo} is gone`)
      const comment = above === null ? youtube.comments(author, text) : youtube.replies(author, above.id, text)
      log.push({ id: comment.id, author, kind: 'comment', text, inReplyTo, at: comment.published, state: 'live' })
      return comment.id
    },
    edit: () => {
      throw new NotHere('no edits on YouTube in a run')
    },
    remove: () => {
      throw new NotHere('no deletions on YouTube in a run')
    },
    written: () => log,
    ours: () =>
      ours().map((it) => ({ id: it.id, kind: 'comment', text: it.text, inReplyTo: it.parent, at: it.published })),
    misfortune({ kind, on, times }) {
      const method = on === 'writes' ? WRITES : on === 'all' ? '*' : (READS[reads++ % READS.length] ?? '*')
      if (kind === 'auth') return youtube.oauth.expire()
      if (kind === '429') return youtube.faults.add({ kind: 'rate', method, times })
      if (kind === 'slow') return youtube.faults.add({ kind: 'slow', method, times, ms: 3 * SECOND })
      if (kind === '500') return youtube.faults.add({ kind: 'status', status: 500, when: 'after', method, times })
      if (kind === 'garbage') return youtube.faults.add({ kind, when: 'after', method, times })
      youtube.faults.add({ kind: 'drop', when: kind === 'drop-before' ? 'before' : 'after', method, times })
    },
    calm() {
      youtube.faults.clear()
      youtube.oauth.revoked = false
    },
    lift(lifted) {
      youtube.quota.perDay = lifted ? null : 10_000
    },
  }
}
