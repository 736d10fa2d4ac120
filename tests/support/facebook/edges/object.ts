import type { Call } from '../call.ts'
import type { Graph } from '../graph.ts'
import { drawFor, fieldsOf } from '../nodes/draw.ts'
import { missing, wrongParam } from '../refusal.ts'
import type { Node } from '../types.ts'
import { knownOnly } from './known.ts'
import { tellComment } from './tell-comment.ts'
import { tellGone } from './tell-post.ts'

const MOST_IDS = 50

/** @throws {Refusal} where the token may not read this object */
function allowReading(graph: Graph, { token }: Call, node: Node): void {
  if (node.kind === 'app' || (node.kind === 'page' && token.kind === 'page' && token.page.id === node.id)) return
  if (node.kind === 'conversation' || node.kind === 'message' || node.kind === 'person') {
    graph.allow(token, 'pages_messaging')
    return
  }
  graph.allow(token, 'pages_read_engagement')
  if ((node.kind === 'comment' || node.kind === 'post') && node.from.id !== graph.page.self.id) {
    graph.allow(token, 'pages_read_user_content')
  }
}

/** One object. @see https://developers.facebook.com/docs/graph-api/get-started */
export function readObject(graph: Graph, call: Call, id: string): object {
  const node = graph.node(id, call.token)
  if (!node) throw missing(id)
  allowReading(graph, call, node)
  const fields = fieldsOf(call)
  if (fields?.some(({ name }) => name === 'comments')) graph.journal.looked([id])
  return drawFor(graph, call)(node, fields)
}

/** Several by `ids`; one that is not there spoils the whole answer, as at Graph. */
export function readObjects(graph: Graph, call: Call): object {
  const ids = (call.params.ids ?? '').split(',').filter((id) => id !== '')
  if (ids.length === 0) throw wrongParam('Param ids cannot be empty')
  if (ids.length > MOST_IDS) throw wrongParam(`Too many IDs. Maximum: ${MOST_IDS}. Provided: ${ids.length}.`)
  return Object.fromEntries(ids.map((id) => [id, readObject(graph, call, id)]))
}

/** Another text, or out of the public's sight. */
export function change(graph: Graph, call: Call, id: string): object {
  const node = graph.node(id, call.token)
  if (node?.kind !== 'comment' && node?.kind !== 'post') throw missing(id, 'post')
  graph.allow(call.token, node.kind === 'comment' ? 'pages_manage_engagement' : 'pages_manage_posts', true)
  knownOnly(graph, call, ['message', 'is_hidden', 'attachment_url'])
  const { message, is_hidden: hidden } = call.params
  const ours = node.from.id === graph.page.self.id
  if (hidden !== undefined) {
    if (hidden !== 'true' && hidden !== 'false') throw wrongParam('Param is_hidden must be a boolean')
    if (node.kind === 'comment' && ours) throw wrongParam('This comment cannot be hidden')
    if (node.hidden !== (hidden === 'true')) {
      node.hidden = hidden === 'true'
      if (node.kind === 'comment') tellComment(graph, node, node.hidden ? 'hide' : 'unhide')
    }
  }
  if (message !== undefined) {
    if (!ours) throw missing(id, 'post')
    node.message = message
    if (node.kind === 'comment') tellComment(graph, node, 'edited')
  }
  return { success: true }
}

export function remove(graph: Graph, call: Call, id: string): object {
  const node = graph.node(id, call.token)
  if (node?.kind !== 'comment' && node?.kind !== 'post') throw missing(id, 'delete')
  graph.allow(call.token, node.kind === 'comment' ? 'pages_manage_engagement' : 'pages_manage_posts', true)
  knownOnly(graph, call, [])
  graph.page.uproot(id)
  if (node.kind === 'comment') tellComment(graph, node, 'remove')
  else tellGone(graph, node, false)
  return { success: true }
}

/** @see https://developers.facebook.com/docs/graph-api/reference/object/likes */
export function like(graph: Graph, call: Call, id: string, on: boolean): object {
  graph.allow(call.token, 'pages_manage_engagement', true)
  knownOnly(graph, call, [])
  const node = graph.node(id, call.token)
  if (node?.kind === 'comment') node.likedByUs = on
  else if (node?.kind !== 'post') throw missing(id, on ? 'post' : 'delete')
  return { success: true }
}
