import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import { Refusal } from './refusal.ts'

/** The longest text that a member can write, in characters; as in Slack. */
export const MAX_TEXT = 40_000
/** What the station may send: the public writes up to a megabyte, in JSON six characters each. */
const MAX_BODY = 8 * 1_048_576

const tooLarge = () => {
  throw new Refusal(413, 'text-too-long', { max: MAX_TEXT })
}
export const limitBody = bodyLimit({ maxSize: MAX_BODY, onError: tooLarge })

/** Reads and checks a JSON body; throws Refusal 400 or 413 with what is wrong. */
export async function readBody<T>(c: Context, shape: z.ZodType<T>): Promise<T> {
  return check(shape, parse(await c.req.arrayBuffer()))
}

export function check<T>(shape: z.ZodType<T>, value: unknown): T {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Refusal(400, 'shape', { key: issue?.path.join('.') || 'body', problem: issue?.message ?? 'invalid' })
}

/** A member's text: a lone surrogate becomes what every reader can show, a longer one than the desk takes is refused. */
export function typed(text: string): string {
  if (text.length > MAX_TEXT) throw new Refusal(413, 'text-too-long', { max: MAX_TEXT })
  const whole = Buffer.from(text).toString().replaceAll('\0', '')
  if (whole.trim() === '') throw new Refusal(400, 'empty')
  return whole
}

function parse(body: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch (cause) {
    throw Object.assign(new Refusal(400, 'not-json'), { cause })
  }
}
