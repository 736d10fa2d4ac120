import type { Call } from '../call.ts'
import type { Graph } from '../graph.ts'
import { drawFor, fieldsOf } from '../nodes/draw.ts'
import { nextAddress, pageOf } from '../paging.ts'
import type { Node } from '../types.ts'

/** One page of an edge as Graph answers it: `{data, paging}`; an empty one has no paging. */
export function listOf<T extends Node & { created: number }>(
  graph: Graph,
  call: Call,
  all: readonly T[],
  more: object = {},
): object {
  const { items, cursors, next } = pageOf(all, call.params)
  const draw = drawFor(graph, call)
  const fields = fieldsOf(call)
  const { access_token: _token, appsecret_proof: _proof, after: _after, ...args } = call.params
  return {
    data: items.map((one) => draw(one, fields)),
    ...(cursors && {
      paging: { cursors, ...(next ? { next: nextAddress(call, call.path.join('/'), args, cursors.after) } : {}) },
    }),
    ...more,
  }
}
