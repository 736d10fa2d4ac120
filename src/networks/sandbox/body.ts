import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { NETWORKS } from '../../model/network.ts'
import { Refusal } from './refusal.ts'

/** The longest text that anybody can write, in bytes; in JSON each can take six characters. */
export const MAX_TEXT = 1_048_576
const MAX_BODY = 6 * MAX_TEXT + 65_536

const tooLarge = () => {
  throw new Refusal(413, 'body-too-large', { max: MAX_TEXT })
}
const countWhileReading = bodyLimit({ maxSize: MAX_BODY, onError: tooLarge })

/** A length that was announced binds the sender, so only what comes without one has to be counted, which is slower. */
export const limitBody: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET') return next()
  const announced = c.req.header('transfer-encoding') === undefined ? c.req.header('content-length') : undefined
  if (announced === undefined) return countWhileReading(c, next)
  if (!(Number(announced) <= MAX_BODY)) tooLarge()
  return next()
}

/** Reads and checks a body; throws Refusal 400 or 413 with what is wrong. */
export async function readBody<T>(c: Context, shape: z.ZodType<T>): Promise<T> {
  return check(shape, parse(await c.req.arrayBuffer()))
}

/** Checks what came in a query string. */
export const readQuery = <T>(c: Context, shape: z.ZodType<T>): T => check(shape, c.req.query())

export function check<T>(shape: z.ZodType<T>, value: unknown): T {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Refusal(400, 'shape', { key: issue?.path.join('.') || 'body', problem: issue?.message ?? 'invalid' })
}

function parse(body: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch (cause) {
    throw Object.assign(new Refusal(400, 'not-json'), { cause })
  }
}

/** A moment as scripts give it: UTC milliseconds or ISO 8601 with a zone; afterwards always milliseconds. */
export const moment = z
  .union([
    z.number().int(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
    z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
  ])
  .pipe(z.number().min(0).max(8.64e15))

export const text = z.string().refine((value) => {
  if (Buffer.byteLength(value) > MAX_TEXT) tooLarge()
  return true
})

export const network = z.enum(NETWORKS)
export const attachments = z
  .array(
    z.strictObject({
      kind: z.enum(['image', 'video', 'audio', 'file']),
      url: z.string().min(1).max(2_000),
      alt: z.string().max(2_000).nullable().default(null),
    }),
  )
  .max(20)
