import type { Drawing } from '../nodes/node.ts'
import type { FacebookPage } from '../page.ts'
import { nextAddress, pageOf } from '../paging.ts'
import { wrongParam } from '../refusal.ts'
import type { Comment } from '../types.ts'

/** What is under an object, in the order asked for. @see https://developers.facebook.com/docs/graph-api/reference/object/comments */
export function sortedComments(page: FacebookPage, id: string, args: Readonly<Record<string, string>>): Comment[] {
  const { filter = 'toplevel', order } = args
  if (filter !== 'toplevel' && filter !== 'stream') throw wrongParam('Param filter must be one of {STREAM, TOPLEVEL}')
  const found = page.under(id, filter === 'stream')
  const rising = found.toSorted((a, b) => a.created - b.created)
  if (order === 'reverse_chronological') return rising.reverse()
  if (order === 'chronological' || filter === 'stream') return rising
  if (order !== undefined && order !== 'ranked') {
    throw wrongParam('Param order must be one of {CHRONOLOGICAL, REVERSE_CHRONOLOGICAL}')
  }
  // Ranked: by what Facebook finds interesting, which is no order to rely on.
  return rising.sort((a, b) => b.likes - a.likes || b.message.length - a.message.length)
}

/** The comments as a field of their post or comment: `comments.limit(5){id,message}`. */
export function commentsOf(id: string, { graph, call, field, draw }: Drawing): Record<string, unknown> | undefined {
  const all = sortedComments(graph.page, id, field.args)
  if (all.length === 0) return undefined
  const { items, cursors, next } = pageOf(all, field.args)
  return {
    data: items.map((one) => draw(one, field.fields)),
    ...(cursors && {
      paging: { cursors, ...(next ? { next: nextAddress(call, `${id}/comments`, field.args, cursors.after) } : {}) },
    }),
  }
}
