import { existsSync, readFileSync } from 'node:fs'
import { shared } from '../shared.ts'

export interface Schema {
  $ref?: string
  type?: string
  properties?: Record<string, Schema>
  additionalProperties?: boolean | Schema
  items?: Schema
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  discriminator?: { propertyName: string; mapping?: Record<string, string> }
}
export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header' | 'cookie'
  required?: boolean
  explode?: boolean
  schema: Schema
}
type Content = Record<string, { schema?: Schema }>
export interface Operation {
  parameters?: (Parameter | { $ref: string })[]
  requestBody?: { required?: boolean; content: Content }
  responses: Record<string, { content?: Content }>
}
interface PathItem {
  parameters?: (Parameter | { $ref: string })[]
  [method: string]: unknown
}

/** A published description in OpenAPI 3.0, as far as it is judged here. */
export interface Api {
  paths: Record<string, PathItem>
  components: { schemas: Record<string, Schema>; parameters?: Record<string, Parameter> }
}

/** A description from ../shared/specs; null where it is not there: it stands beside the project, in no commit of it. */
export function published(file: string): Api | null {
  const path = shared(`specs/${file}`)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Api) : null
}

/** What a `#/…` reference points at. */
export function resolve<T>(api: Api, ref: string): T {
  let at: unknown = api
  for (const step of ref.slice(2).split('/')) at = (at as Record<string, unknown>)[step.replaceAll('~1', '/')]
  return at as T
}

/** A schema without the references that stand before it. */
export function direct(api: Api, schema: Schema): Schema {
  let found = schema
  while (found.$ref) found = resolve<Schema>(api, found.$ref)
  return found
}

/** An operation with all its parameters, and where it stands. */
export interface Place {
  /** The template, such as `/2/tweets/{id}`. */
  template: string
  method: string
  operation: Operation
  parameters: Parameter[]
  /** What stands in the path in place of each name. */
  inPath: Record<string, string>
}

/** The operation that a path is of; one with fewer names in its template wins. */
export function placeOf(api: Api, method: string, path: string): Place | null {
  let best: Place | null = null
  const steps = path.split('/')
  for (const [template, item] of Object.entries(api.paths)) {
    const operation = item[method.toLowerCase()] as Operation | undefined
    const inPath = operation && fits(template.split('/'), steps)
    if (!inPath || (best && Object.keys(best.inPath).length <= Object.keys(inPath).length)) continue
    const all = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
    const parameters = all.map((one) => ('$ref' in one ? resolve<Parameter>(api, one.$ref) : one))
    best = { template, method: method.toLowerCase(), operation, parameters, inPath }
  }
  return best
}

function fits(template: string[], steps: string[]): Record<string, string> | null {
  if (template.length !== steps.length) return null
  const inPath: Record<string, string> = {}
  for (const [at, part] of template.entries()) {
    const step = steps[at] ?? ''
    if (part.startsWith('{')) inPath[part.slice(1, -1)] = decodeURIComponent(step)
    else if (part !== step) return null
  }
  return inPath
}
