import type { Call } from '../call.ts'
import { type Field, parseFields } from '../fields.ts'
import type { Graph } from '../graph.ts'
import { wrongParam } from '../refusal.ts'
import type { Node } from '../types.ts'
import { COMMENT } from './comment.ts'
import type { Shape } from './node.ts'
import { APP, PAGE, PERSON } from './page.ts'
import { POST } from './post.ts'
import { CONVERSATION, MESSAGE, PHOTO } from './private.ts'

const SHAPES: { [K in Node['kind']]: Shape<Extract<Node, { kind: K }>> } = {
  page: PAGE,
  person: PERSON,
  app: APP,
  post: POST,
  photo: PHOTO,
  comment: COMMENT,
  conversation: CONVERSATION,
  message: MESSAGE,
}

export type Draw = (node: Node, fields: Field[] | null) => Record<string, unknown>

/** How objects look to this call: nothing but what it asks for. */
export function drawFor(graph: Graph, call: Call): Draw {
  const draw: Draw = (node, fields) => {
    const shape = SHAPES[node.kind] as Shape<Node>
    const asked = fields ?? shape.defaults.map((name): Field => ({ name, args: {}, fields: null }))
    const drawn: Record<string, unknown> = {}
    for (const field of asked) {
      const show = shape.fields[field.name]
      if (!show) throw wrongParam(`Tried accessing nonexisting field (${field.name}) on node type (${shape.title})`)
      const value = show(node, { graph, call, field, draw })
      if (value !== undefined) drawn[field.name] = value
    }
    drawn.id = node.id
    return drawn
  }
  return draw
}

/** The fields that a call asks of its object or of each of its list; null where it names none. */
export const fieldsOf = ({ params }: Call): Field[] | null =>
  params.fields === undefined || params.fields === '' ? null : parseFields(params.fields)
