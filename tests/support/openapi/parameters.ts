import { type Api, direct, type Parameter, type Place } from './description.ts'

/** What a query or path says, as the kinds that the description speaks of; what is no number stays a text, and is a fault. */
export function read(api: Api, parameter: Parameter, texts: string[]): unknown {
  const schema = direct(api, parameter.schema)
  if (schema.type !== 'array') return plain(schema.type, texts[0] ?? '')
  const items = schema.items ? direct(api, schema.items).type : undefined
  const all = parameter.explode === false ? texts.flatMap((text) => text.split(',')) : texts
  return all.map((text) => plain(items, text))
}

function plain(type: string | undefined, text: string): unknown {
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}

/** The texts that a request gives for a parameter; empty where it does not speak of it. */
export function given({ inPath }: Place, query: URLSearchParams, { name, in: where }: Parameter): string[] {
  if (where === 'path') return name in inPath ? [inPath[name] ?? ''] : []
  return query.getAll(name)
}
