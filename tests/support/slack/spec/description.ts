import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Slack's descriptions stand beside the project and belong to no commit of it. */
const FOLDER = resolve(import.meta.dirname, '../../../../../shared/specs')

export interface Parameter {
  name: string
  type: 'string' | 'boolean' | 'integer' | 'number'
  in: string
  required?: boolean
}
interface OpenApi {
  paths: Record<string, Record<string, { parameters: Parameter[] }>>
}

/** A file of the descriptions, read; null where it is not there. */
export function description<T>(file: string): T | null {
  const path = resolve(FOLDER, file)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : null
}

/** The parameters of each method, without the token, which clients send as a bearer. */
export function methodsOf(api: OpenApi): Map<string, Map<string, Parameter>> {
  const methods = new Map<string, Map<string, Parameter>>()
  for (const [path, operations] of Object.entries(api.paths)) {
    const parameters = new Map<string, Parameter>()
    for (const { parameters: all } of Object.values(operations)) {
      for (const one of all) if (one.name !== 'token') parameters.set(one.name, one)
    }
    methods.set(path.slice(1), parameters)
  }
  return methods
}

let web: Map<string, Map<string, Parameter>> | null | undefined

/** What the Web API's description says; null where it is not there. Read once a process. */
export function webMethods(): Map<string, Map<string, Parameter>> | null {
  if (web === undefined) {
    const api = description<OpenApi>('slack-web-api.openapi2.json')
    web = api && methodsOf(api)
  }
  return web
}
