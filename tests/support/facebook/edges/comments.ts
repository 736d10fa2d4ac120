import type { Call } from '../call.ts'
import type { Graph } from '../graph.ts'
import { missing, wrongParam } from '../refusal.ts'
import type { Comment } from '../types.ts'
import { sortedComments } from './comments-of.ts'
import { knownOnly } from './known.ts'
import { listOf } from './list.ts'
import { tellComment } from './tell-comment.ts'

const LONGEST = 8_000

/** @see https://developers.facebook.com/docs/graph-api/reference/object/comments */
export function readComments(graph: Graph, call: Call, id: string): object {
  graph.allow(call.token, 'pages_read_engagement')
  graph.allow(call.token, 'pages_read_user_content')
  const all = sortedComments(graph.page, id, call.params)
  graph.journal.looked(
    call.params.filter === 'stream' ? [id, ...graph.page.under(id, true).map((one) => one.id)] : [id],
  )
  const summary =
    call.params.summary === undefined
      ? {}
      : { summary: { order: 'ranked', total_count: all.length, can_comment: true } }
  return listOf(graph, call, all, summary)
}

/** An answer of the page under a post or comment. */
export function comment(graph: Graph, call: Call, id: string): object {
  graph.allow(call.token, 'pages_manage_engagement', true)
  const { page } = graph
  knownOnly(graph, call, ['message', 'attachment_id', 'attachment_share_url', 'attachment_url', 'source'])
  const { params } = call
  const message = params.message ?? ''
  if (message === '' && !params.attachment_url && !params.attachment_id && call.files.length === 0) {
    throw wrongParam('Missing message or attachment')
  }
  if ([...message].length > LONGEST) throw wrongParam('Param message is too long')
  const post = page.posts.get(id) ?? page.posts.get(page.comments.get(id)?.post ?? '')
  if (!post) throw missing(id, 'post')
  const placed: Comment = {
    kind: 'comment',
    id: page.ids.comment(post.id),
    post: post.id,
    parent: page.parentFor(id),
    from: { id: page.self.id, name: page.self.name },
    message,
    attachment: params.attachment_url ? { type: 'photo', url: params.attachment_url } : null,
    hidden: false,
    likes: 0,
    likedByUs: false,
    created: graph.clock.now(),
  }
  page.comments.set(placed.id, placed)
  post.updated = placed.created
  graph.journal.write(message, id, placed.created, placed.id)
  tellComment(graph, placed, 'add')
  return { id: placed.id }
}
