import { Ajv, type ValidateFunction } from 'ajv'
import { type Api, type Place, placeOf, published, type Schema } from './description.ts'
import { FORMATS } from './formats.ts'
import { given, read } from './parameters.ts'
import { chosenBy, parts, undeclared } from './undeclared.ts'

/** A request as it came. `body`: what its JSON says, or the fields of its form; undefined where it had none. */
export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  contentType: string | null
  body: unknown
}

/** An answer to it. `body`: what its JSON says; undefined where it has none. */
export interface Answered {
  status: number
  contentType: string | null
  body: unknown
}

/** Where a platform is known to differ from its description: the fault as it is told here (`*` for a place in a list), and the source. */
export type Newer = Readonly<Record<string, string>>

/** Holds requests and answers against one published description; every fault is a sentence. */
export class Validator {
  readonly #api: Api
  readonly #newer: Newer
  readonly #ajv: Ajv
  readonly #compiled = new Map<string, ValidateFunction>()

  constructor(api: Api, newer: Newer = {}) {
    this.#api = api
    this.#newer = newer
    this.#ajv = new Ajv({ strict: false, allErrors: true, formats: { ...FORMATS }, logger: false })
    this.#ajv.addSchema(api, 'api')
  }

  /** What a request breaks: of a path that is not described, an argument too many, too few or of the wrong kind. */
  ofRequest(asked: Asked): string[] {
    const place = placeOf(this.#api, asked.method, asked.path)
    if (!place) return [`${asked.method} ${asked.path} is not described`]
    const name = nameOf(place)
    return this.#told([...this.#query(place, name, asked.query), ...this.#body(place, name, asked)])
  }

  /** What an answer breaks: a status or member that is not described, a member that is missing or of the wrong kind. */
  ofAnswer({ method, path }: Pick<Asked, 'method' | 'path'>, { status, contentType, body }: Answered): string[] {
    const place = placeOf(this.#api, method, path)
    if (!place) return []
    const name = `${nameOf(place)} ${status}`
    const { responses } = place.operation
    const key = String(status) in responses ? String(status) : 'default'
    if (status < 400 && key === 'default') return [`${name} is not described`]
    const { content } = responses[key] ?? {}
    if (!content) return []
    const type = bare(contentType)
    const { schema } = content[type] ?? {}
    if (!schema) return [`${name}: an answer is no ${type || 'empty one'}`]
    const pointer = `#/paths/${escaped(place.template)}/${place.method}/responses/${key}/content/${escaped(type)}/schema`
    const unknown = undeclared(this.#api, schema, body)
    return this.#told([
      ...this.#against(pointer, body, name),
      ...this.#chosen(schema, body, name),
      ...unknown.map((at) => `${name}: ${at} is not described`),
    ])
  }

  #told(faults: string[]): string[] {
    return faults.filter((fault) => {
      const at = fault.indexOf(':') + 1
      return !(fault.slice(0, at) + fault.slice(at).replace(/\/\d+/g, '/*') in this.#newer)
    })
  }

  #query(place: Place, name: string, query: URLSearchParams): string[] {
    const faults: string[] = []
    const known = new Set(place.parameters.filter(({ in: where }) => where === 'query').map((one) => one.name))
    for (const asked of new Set(query.keys())) if (!known.has(asked)) faults.push(`${name} has no parameter ${asked}`)
    for (const parameter of place.parameters) {
      if (parameter.in !== 'query' && parameter.in !== 'path') continue
      const texts = given(place, query, parameter)
      if (texts.length > 0) {
        const at = `${name} ${parameter.name}`
        faults.push(...this.#under(parameter.schema, read(this.#api, parameter, texts), at))
      } else if (parameter.required) faults.push(`${name} needs ${parameter.name}`)
    }
    return faults
  }

  #body(place: Place, name: string, { contentType, body }: Asked): string[] {
    const { requestBody } = place.operation
    if (!requestBody) return isEmpty(body) ? [] : [`${name} takes no body`]
    if (body === undefined) return requestBody.required ? [`${name} needs a body`] : []
    const type = bare(contentType)
    const { schema } = requestBody.content[type] ?? {}
    if (!schema) return [`${name} takes no ${type || 'body without a type'}`]
    const unknown = undeclared(this.#api, schema, body)
    return [...this.#under(schema, body, name), ...unknown.map((at) => `${name}: ${at} is not described`)]
  }

  /** Schemas that a discriminator chooses, which JSON Schema itself knows nothing of. */
  #chosen(schema: Schema, body: unknown, name: string): string[] {
    const faults: string[] = []
    for (const { at, value, schemas } of parts(this.#api, [schema], body)) {
      for (const one of schemas) {
        const chosen = chosenBy(this.#api, one, value)
        if (chosen) faults.push(...this.#under(chosen, value, `${name}: ${at}`))
      }
    }
    return faults
  }

  #under(schema: Schema, value: unknown, name: string): string[] {
    return this.#against(schema.$ref ?? `inline ${JSON.stringify(schema)}`, value, name, schema)
  }

  #against(pointer: string, value: unknown, name: string, inline?: Schema): string[] {
    let holds = this.#compiled.get(pointer)
    if (!holds) {
      const standalone = pointer.startsWith('#') ? { $ref: `api${pointer}` } : rooted(inline)
      holds = this.#ajv.compile(standalone as object)
      this.#compiled.set(pointer, holds)
    }
    if (holds(value)) return []
    return (holds.errors ?? []).map(({ instancePath, message }) => `${name}: ${instancePath} ${message}`)
  }
}

/** The same schema with its references into the description, which it stood in. */
function rooted(schema: Schema | undefined): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"api#/'))
}

/** Some clients send `{}` where there is nothing to say. */
const isEmpty = (body: unknown): boolean =>
  body === undefined || (typeof body === 'object' && body !== null && Object.keys(body).length === 0)

const nameOf = ({ method, template }: Place): string => `${method.toUpperCase()} ${template}`
const bare = (contentType: string | null): string => (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
const escaped = (step: string): string => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))

const made = new Map<string, Validator | null>()

/** The validator of a file in ../shared/specs, made once a process; null where the file is not there. */
export function validatorOf(file: string, newer?: Newer): Validator | null {
  if (!made.has(file)) {
    const api = published(file)
    made.set(file, api && new Validator(api, newer))
  }
  return made.get(file) ?? null
}
