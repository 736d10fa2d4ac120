import { wrongParam } from './refusal.ts'

/** One field asked for: `comments.limit(5).filter(stream){id,message}`. */
export interface Field {
  name: string
  args: Readonly<Record<string, string>>
  /** What is asked of what it holds; null where nothing was said. */
  fields: Field[] | null
}

/**
 * Graph's list of fields. @see https://developers.facebook.com/docs/graph-api/guides/field-expansion
 * @throws {Refusal} where it cannot be read, as Graph does
 */
export function parseFields(text: string): Field[] {
  let at = 0
  const fail = () => oddAt(text, at)
  const list = (): Field[] => {
    const fields: Field[] = []
    for (;;) {
      fields.push(one())
      if (text[at] !== ',') return fields
      at += 1
    }
  }
  const word = (): string => {
    const [found] = /^\s*[a-z_][a-z0-9_]*\s*/i.exec(text.slice(at)) ?? []
    if (!found) throw fail()
    at += found.length
    return found.trim()
  }
  const one = (): Field => {
    const name = word()
    const args: Record<string, string> = {}
    while (text[at] === '.') {
      at += 1
      const key = word()
      const close = text.indexOf(')', at)
      if (text[at] !== '(' || close < 0) throw fail()
      args[key] = text.slice(at + 1, close)
      at = close + 1
    }
    if (text[at] !== '{') return { name, args, fields: null }
    at += 1
    const fields = list()
    if (text[at] !== '}') throw fail()
    at += 1
    return { name, args, fields }
  }
  const fields = list()
  if (at !== text.length) throw fail()
  return fields
}

const oddAt = (text: string, at: number) =>
  wrongParam(`Syntax error "Expected end of string instead of "${text[at] ?? ''}"." at character ${at}: ${text}`)
