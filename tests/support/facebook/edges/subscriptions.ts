import type { Call } from '../call.ts'
import type { Graph } from '../graph.ts'
import { wrongParam } from '../refusal.ts'
import { knownOnly } from './known.ts'

/** What a page's webhook may be asked for, of all there is. */
const FIELDS = ['feed', 'mention', 'messages', 'message_echoes', 'message_edits', 'messaging_postbacks', 'name']

/** @see https://developers.facebook.com/docs/graph-api/reference/page/subscribed_apps */
export function readSubscribed(graph: Graph, call: Call): object {
  graph.allow(call.token, 'pages_manage_metadata')
  knownOnly(graph, call, ['limit', 'before', 'after'])
  const { id, name } = graph.tokens.app
  if (graph.subscribed.size === 0) return { data: [] }
  return {
    data: [
      { category: 'Business', link: 'https://station.example.nl/', name, id, subscribed_fields: [...graph.subscribed] },
    ],
  }
}

export function subscribe(graph: Graph, call: Call): object {
  graph.allow(call.token, 'pages_manage_metadata', true)
  knownOnly(graph, call, ['subscribed_fields'])
  const fields = (call.params.subscribed_fields ?? '').split(',').filter((field) => field !== '')
  if (fields.length === 0) throw wrongParam('The parameter subscribed_fields is required')
  for (const [at, field] of fields.entries()) {
    if (!FIELDS.includes(field))
      throw wrongParam(`Param subscribed_fields[${at}] must be one of {${FIELDS.join(', ')}}`)
    if (field.startsWith('messag')) graph.allow(call.token, 'pages_messaging', true)
  }
  graph.subscribed.clear()
  for (const field of fields) graph.subscribed.add(field)
  return { success: true }
}

export function unsubscribe(graph: Graph, call: Call): object {
  graph.allow(call.token, 'pages_manage_metadata', true)
  graph.subscribed.clear()
  return { success: true }
}
