import type { Method } from './method.ts'
import { METHODS } from './methods/index.ts'

export interface Route {
  /** `GET /2/tweets/{id}`. */
  endpoint: string
  method: Method
  inPath: Record<string, string>
}

const ALL = Object.entries(METHODS)
  .map(([endpoint, method]) => {
    const [verb = '', template = ''] = endpoint.split(' ')
    const pattern = template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
    return { endpoint, method, verb, pattern: new RegExp(`^${pattern}$`), names: template.split('{').length }
  })
  .sort((a, b) => a.names - b.names)

/** The endpoint of a path; one that names less in its path wins, so `/2/users/me` is nobody's id. */
export function routeOf(verb: string, path: string): Route | null {
  for (const { endpoint, method, verb: its, pattern } of ALL) {
    const found = its === verb ? pattern.exec(path) : null
    if (found) return { endpoint, method, inPath: { ...found.groups } }
  }
  return null
}
