import type { Clock } from '../../model/clock.ts'
import type { Attachment, NetworkName } from '../../model/network.ts'
import type { News } from './news.ts'
import type { Logged, Store } from './store.ts'

const PAGE = 50
/** A page of megabyte texts ends early; one change always fits. */
const PAGE_CHARACTERS = 1_000_000

export interface Page {
  changes: ReturnType<typeof describe>[]
  cursor: string
  more: boolean
}

/** What the public did on a network after `cursor`, as the network shows it now: at most 50 changes a page. */
export function openChanges(store: Store, clock: Clock, news: News) {
  return {
    page(network: NetworkName, account: string, cursor: string | null): Page {
      const after = position(cursor, store.world)
      const rows = store.logged(network, after, PAGE + 1)
      let characters = 0
      const taken = rows.slice(0, PAGE).filter((row, index) => {
        characters += row.text.length
        return index === 0 || characters <= PAGE_CHARACTERS
      })
      return {
        // What was deleted since shows only its deletion: its text is gone.
        changes: taken
          .filter((row) => row.deleted_at === null || row.what === 'deleted')
          .map((row) => describe(store, account, row)),
        cursor: `${store.world}:${taken.at(-1)?.change ?? after}`,
        more: taken.length < rows.length,
      }
    },

    /** The same, but waits up to `ms` for something to have happened. */
    async wait(
      network: NetworkName,
      account: string,
      cursor: string | null,
      ms: number,
      signal: AbortSignal,
    ): Promise<Page> {
      const page = this.page(network, account, cursor)
      if (page.changes.length > 0 || page.more || ms === 0) return page
      const over = new AbortController()
      await news.next(network, clock.wait(ms, AbortSignal.any([signal, over.signal])))
      over.abort()
      // Whoever asked is gone, and perhaps the sandbox is closing.
      if (signal.aborted) return page
      return this.page(network, account, page.cursor)
    },
  }
}
export type Changes = ReturnType<typeof openChanges>

/** Another world's cursor means nothing here: everything is read again, and what is known already is recognised. */
function position(cursor: string | null, world: string): number {
  const [where, number] = (cursor ?? '').split(':')
  return where === world && /^\d{1,15}$/.test(number ?? '') ? Number(number) : 0
}

function describe(store: Store, account: string, row: Logged) {
  const id = store.idOf(row.network, row.seq)
  if (row.what === 'deleted') return { kind: row.what, account, id, at: row.changed_at }
  return {
    kind: row.what,
    account,
    id,
    threadKey:
      row.kind === 'direct' ? `direct:${account}:${row.person}` : store.idOf(row.network, row.thread ?? row.seq),
    root: row.kind === 'direct' ? null : store.idOf(row.network, row.root ?? row.seq),
    inReplyTo: store.idOf(row.network, row.parent),
    answers: store.idOf(row.network, row.answers),
    what: row.kind,
    author: { id: row.person, handle: row.author, name: row.author },
    text: row.text,
    attachments: JSON.parse(row.attachments) as Attachment[],
    url: store.urlOf(row),
    at: row.at,
    revision: row.revision,
    sight: row.sight,
  }
}
