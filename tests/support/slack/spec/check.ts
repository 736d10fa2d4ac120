import type { Args } from '../types.ts'
import { type Parameter, webMethods } from './description.ts'
import { NEWER_ARGUMENTS, NEWER_EVERYWHERE, NEWER_METHODS } from './newer.ts'

const LOOKS: Readonly<Record<Parameter['type'], (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string' || (typeof value === 'object' && value !== null),
  boolean: (value) => typeof value === 'boolean' || ['true', 'false', '1', '0'].includes(String(value)),
  integer: (value) => /^-?\d+$/.test(String(value)),
  number: (value) => /^-?\d+(\.\d+)?$/.test(String(value)),
}

/** Says what in a request breaks Slack's published description, a sentence each; null where that is not there. */
export function specCheck(): ((method: string, args: Args) => string[]) | null {
  const methods = webMethods()
  if (!methods) return null
  return (method, args) => {
    if (method in NEWER_METHODS) return []
    const parameters = methods.get(method)
    if (!parameters) return [`${method} is no method of the description`]
    const newer = { ...NEWER_EVERYWHERE, ...NEWER_ARGUMENTS[method] }
    const faults: string[] = []
    for (const [name, value] of Object.entries(args)) {
      if (name === 'token' || name in newer) continue
      const known = parameters.get(name)
      if (!known) faults.push(`${method} has no argument ${name}`)
      else if (!LOOKS[known.type](value)) faults.push(`${method}: ${name} is no ${known.type}`)
    }
    for (const { name, required } of parameters.values()) {
      if (required && (args[name] === undefined || args[name] === '')) faults.push(`${method} needs ${name}`)
    }
    return faults
  }
}
