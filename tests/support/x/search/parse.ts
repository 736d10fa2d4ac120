/** A query of recent search as a tree: docs.x.com/x-api/posts/search/integrate/build-a-query. */
export type Query =
  | { kind: 'and' | 'or'; of: Query[] }
  | { kind: 'not'; of: Query }
  | { kind: 'word' | 'phrase' | 'tag' | 'mention'; text: string }
  | { kind: 'operator'; name: string; value: string }

/** X cannot make anything of a query. */
export class BadQuery extends Error {}

const TOKEN = /\s*(\(|\)|-(?=\S)|"[^"]*"|[a-z_]+:"[^"]*"|[^\s()]+)/gy

/** Operators that may not stand without one that finds something by itself (same page). */
const NEEDS_COMPANY = new Set(['is', 'has', 'lang'])

/** @throws {BadQuery} */
export function parse(text: string): Query {
  const tokens = tokensOf(text)
  const query = either(tokens)
  if (tokens.length > 0) throw new BadQuery(`extraneous input '${tokens[0]}'`)
  if (!findsByItself(query)) throw new BadQuery('Rules must contain at least one positive, non-stopword clause')
  return query
}

function tokensOf(text: string): string[] {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const found = TOKEN.exec(text)
    if (!found) throw new BadQuery('no viable alternative at input')
    tokens.push(found[1] ?? '')
  }
  return tokens
}

function either(tokens: string[]): Query {
  const of = [all(tokens)]
  while (tokens[0] === 'OR') {
    tokens.shift()
    of.push(all(tokens))
  }
  return of.length === 1 ? of[0]! : { kind: 'or', of }
}

function all(tokens: string[]): Query {
  const of: Query[] = []
  while (tokens.length > 0 && tokens[0] !== ')' && tokens[0] !== 'OR') of.push(one(tokens))
  if (of.length === 0) throw new BadQuery(`missing clause at '${tokens[0] ?? '<EOF>'}'`)
  return of.length === 1 ? of[0]! : { kind: 'and', of }
}

function one(tokens: string[]): Query {
  const token = tokens.shift() ?? ''
  if (token === '-') return { kind: 'not', of: one(tokens) }
  if (token === '(') {
    const inside = either(tokens)
    if (tokens.shift() !== ')') throw new BadQuery("missing ')'")
    return inside
  }
  const [, name, value = ''] = /^([a-z_]+):(.+)$/.exec(token) ?? []
  if (name) return { kind: 'operator', name, value: value.replaceAll('"', '') }
  if (token.startsWith('"')) return { kind: 'phrase', text: token.slice(1, -1) }
  if (token.startsWith('#')) return { kind: 'tag', text: token.slice(1) }
  if (token.startsWith('@')) return { kind: 'mention', text: token.slice(1) }
  return { kind: 'word', text: token }
}

function findsByItself(query: Query): boolean {
  if (query.kind === 'and') return query.of.some(findsByItself)
  if (query.kind === 'or') return query.of.every(findsByItself)
  if (query.kind === 'operator') return !NEEDS_COMPANY.has(query.name)
  return query.kind !== 'not'
}
