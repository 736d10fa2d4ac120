import type { Call } from '../call.ts'
import type { Field } from '../fields.ts'
import type { Graph } from '../graph.ts'
import type { Node } from '../types.ts'

/** What a field's drawing needs beside the object itself. */
export interface Drawing {
  graph: Graph
  call: Call
  /** What was asked of this one field. */
  field: Field
  draw(node: Node, fields: Field[] | null): Record<string, unknown>
}

/** How one kind of object looks: its fields, and those that come without being asked for. */
export interface Shape<T extends Node> {
  /** As Graph calls it in errors. */
  title: string
  defaults: readonly string[]
  fields: Readonly<Record<string, (node: T, drawing: Drawing) => unknown>>
}

/** Of something that is no object of its own: only what was asked of it, and its id. */
export function some(value: Readonly<Record<string, unknown>>, fields: Field[] | null): Record<string, unknown> {
  if (fields === null) return { ...value }
  const wanted = new Set(['id', ...fields.map(({ name }) => name)])
  return Object.fromEntries(Object.entries(value).filter(([key]) => wanted.has(key)))
}
