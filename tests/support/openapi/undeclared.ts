import { type Api, direct, resolve, type Schema } from './description.ts'

/** The schemas that a value stands under at once: what is referred to, composed, and chosen by a discriminator. */
export function schemasOf(api: Api, schema: Schema, value: unknown, seen = new Set<Schema>()): Schema[] {
  const own = direct(api, schema)
  if (seen.has(own)) return []
  seen.add(own)
  const parts = [...(own.allOf ?? []), ...(own.anyOf ?? []), ...(own.oneOf ?? [])]
  const chosen = chosenBy(api, own, value)
  if (chosen) parts.push(chosen)
  return [own, ...parts.flatMap((part) => schemasOf(api, part, value, seen))]
}

/** The schema that a discriminator's value names. */
export function chosenBy(api: Api, { discriminator }: Schema, value: unknown): Schema | null {
  if (!discriminator || typeof value !== 'object' || value === null) return null
  const ref = discriminator.mapping?.[String((value as Record<string, unknown>)[discriminator.propertyName])]
  return ref ? resolve<Schema>(api, ref) : null
}

/** Every part of a value with the schemas that it stands under, the whole first. */
export function* parts(
  api: Api,
  schemas: Schema[],
  value: unknown,
  at = '',
): Generator<{ at: string; value: unknown; schemas: Schema[] }> {
  const all = schemas.flatMap((schema) => schemasOf(api, schema, value))
  yield { at, value, schemas: all }
  if (Array.isArray(value)) {
    const items = all.flatMap(({ items: of }) => (of ? [of] : []))
    for (const [index, one] of value.entries()) yield* parts(api, items, one, `${at}/${index}`)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) {
      const under = all.flatMap(({ properties, additionalProperties: more }) => {
        const named = properties?.[name]
        return named ? [named] : typeof more === 'object' ? [more] : []
      })
      yield* parts(api, under, one, `${at}/${name}`)
    }
  }
}

/** The members of objects that no schema speaks of, as pointers; an object that is described as free may hold anything. */
export function undeclared(api: Api, schema: Schema, whole: unknown): string[] {
  const found: string[] = []
  for (const { at, value, schemas } of parts(api, [schema], whole)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
    const free = schemas.some(({ additionalProperties: more }) => more === true || typeof more === 'object')
    if (free || !schemas.some(({ properties }) => properties)) continue
    for (const name of Object.keys(value)) {
      if (!schemas.some(({ properties }) => properties && name in properties)) found.push(`${at}/${name}`)
    }
  }
  return found
}
