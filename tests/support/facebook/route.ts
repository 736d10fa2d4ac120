import type { Call, Unchecked } from './call.ts'
import { debugToken, giveToken } from './edges/access.ts'
import { comment, readComments } from './edges/comments.ts'
import { publish, readFeed, readOwn, readTagged, readVisitors } from './edges/feed.ts'
import { readConversations, readMessages, send } from './edges/messages.ts'
import { change, like, readObject, readObjects, remove } from './edges/object.ts'
import { uploadPhoto } from './edges/photos.ts'
import { readSubscribed, subscribe, unsubscribe } from './edges/subscriptions.ts'
import type { Graph } from './graph.ts'
import { missing, oauth } from './refusal.ts'

type Edge = (graph: Graph, call: Call) => object

const OF_PAGE: Readonly<Record<string, Edge>> = {
  'GET feed': readFeed,
  'POST feed': publish,
  'GET posts': readOwn,
  'GET published_posts': readOwn,
  'GET tagged': readTagged,
  'GET visitor_posts': readVisitors,
  'POST photos': uploadPhoto,
  'GET conversations': readConversations,
  'POST messages': send,
  'GET subscribed_apps': readSubscribed,
  'POST subscribed_apps': subscribe,
  'DELETE subscribed_apps': unsubscribe,
}

/** @throws {Refusal} where Graph says no */
export function answerCall(graph: Graph, asked: Unchecked): object {
  const [first = '', edge, ...rest] = asked.path
  if (first === 'oauth' && edge === 'access_token') return giveToken(graph, asked)
  const { access_token: given, appsecret_proof: proof } = asked.params
  const call: Call = { ...asked, token: graph.tokens.check(given, proof) }
  if (rest.length > 0) throw oauth(2500, `Unknown path components: /${rest.join('/')}`)
  if (first === '' && call.method === 'GET' && call.params.ids !== undefined) return readObjects(graph, call)
  if (first === '') throw wrongRoot()
  if (first === 'debug_token') return debugToken(graph, call)
  if (edge !== undefined) return answerEdge(graph, call, first, edge)
  if (call.method === 'GET') return readObject(graph, call, first)
  return call.method === 'POST' ? change(graph, call, first) : remove(graph, call, first)
}

function answerEdge(graph: Graph, call: Call, id: string, edge: string): object {
  const { method } = call
  const node = graph.node(id, call.token)
  if (!node) throw missing(id, method === 'GET' ? 'get' : method === 'POST' ? 'post' : 'delete')
  if (node.kind === 'page') {
    const ofPage = OF_PAGE[`${method} ${edge}`]
    if (ofPage) return ofPage(graph, call)
  }
  if ((node.kind === 'post' || node.kind === 'comment') && edge === 'comments') {
    if (method === 'GET') return readComments(graph, call, id)
    if (method === 'POST') return comment(graph, call, id)
  }
  if ((node.kind === 'post' || node.kind === 'comment') && edge === 'likes' && method !== 'GET') {
    return like(graph, call, id, method === 'POST')
  }
  if (node.kind === 'conversation' && edge === 'messages' && method === 'GET') return readMessages(graph, call, id)
  throw method === 'GET'
    ? oauth(100, `(#100) Tried accessing nonexisting field (${edge}) on node type (${node.kind})`)
    : missing(id, method === 'POST' ? 'post' : 'delete')
}

const wrongRoot = () =>
  oauth(
    100,
    'Unsupported get request. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api',
  )
