import { parse } from 'node:querystring'
import { Declined } from './declined.ts'
import type { Args } from './types.ts'

/** What a request says, from its form or its JSON body; texts stay texts. */
export function readArgs(contentType: string, body: string, query: string): Args {
  const args: Args = { ...parse(query) }
  if (contentType.startsWith('application/json')) return Object.assign(args, readJson(body))
  if (contentType.startsWith('multipart/form-data')) return Object.assign(args, readMultipart(contentType, body))
  if (body !== '' && !contentType.startsWith('application/x-www-form-urlencoded'))
    throw new Declined('invalid_post_type')
  return Object.assign(args, parse(body))
}

/** The value of an argument that Slack takes as JSON text in a form, or as it is in a JSON body. */
export function jsonArg(args: Args, name: string): unknown {
  const value = args[name]
  if (value === undefined || value === '' || value === null) return undefined
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    throw new Declined(
      name === 'blocks'
        ? 'invalid_blocks_format'
        : name === 'metadata'
          ? 'invalid_metadata_format'
          : 'invalid_arguments',
    )
  }
}

/** A text argument; absent and empty are the same to Slack. */
export function textArg(args: Args, name: string): string {
  const value = args[name]
  return value === undefined || value === null ? '' : String(value)
}

export function flagArg(args: Args, name: string, otherwise = false): boolean {
  const value = args[name]
  if (value === undefined || value === '') return otherwise
  return value === true || value === 'true' || value === '1' || value === 1
}

export function numberArg(args: Args, name: string, otherwise: number): number {
  const value = textArg(args, name)
  const number = Number(value)
  if (value === '') return otherwise
  if (!Number.isFinite(number)) throw new Declined('invalid_arguments')
  return number
}

function readJson(body: string): Args {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw new Declined('invalid_json')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Declined('json_not_object')
  return value as Args
}

/** The named texts of a multipart body; its files are not kept. */
function readMultipart(contentType: string, body: string): Args {
  const boundary = /boundary=([^;]+)/.exec(contentType)?.[1]
  const args: Args = {}
  for (const part of body.split(`--${boundary}`)) {
    const [head = '', ...rest] = part.split('\r\n\r\n')
    const name = /name="([^"]+)"/.exec(head)?.[1]
    if (name && !head.includes('filename=')) args[name] = rest.join('\r\n\r\n').replace(/\r\n$/, '')
  }
  return args
}
