import { randomBytes } from 'node:crypto'

/** @see https://developers.facebook.com/docs/graph-api/guides/error-handling */
export interface GraphError {
  message: string
  type: string
  code: number
  error_subcode?: number
  is_transient?: boolean
  error_user_title?: string
  error_user_msg?: string
  error_data?: unknown
}

/** An answer of Graph that says no. */
export class Refusal extends Error {
  readonly status: number
  readonly error: GraphError
  constructor(error: GraphError, status = 400) {
    super(error.message)
    this.status = status
    this.error = error
  }

  get body(): string {
    return JSON.stringify({ error: { ...this.error, fbtrace_id: randomBytes(8).toString('base64url') } })
  }
}

export const oauth = (code: number, message: string, subcode?: number, status = 400): Refusal =>
  new Refusal(
    { message, type: 'OAuthException', code, ...(subcode !== undefined ? { error_subcode: subcode } : {}) },
    status,
  )

/** What Graph says of an object that is gone, never was, or is not ours to see. */
export const missing = (id: string, method: 'get' | 'post' | 'delete' = 'get'): Refusal =>
  new Refusal({
    message: `Unsupported ${method} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
    type: 'GraphMethodException',
    code: 100,
    error_subcode: 33,
  })

export const wrongParam = (what: string): Refusal => oauth(100, `(#100) ${what}`)

/** Reading without a permission is 10, acting without one is 200. */
export const notPermitted = (permission: string, acts: boolean): Refusal =>
  acts
    ? oauth(200, `(#200) Requires ${permission} permission to manage the object`, undefined, 403)
    : oauth(
        10,
        `(#10) This endpoint requires the '${permission}' permission or the 'Page Public Content Access' feature. Refer to https://developers.facebook.com/docs/apps/review/login-permissions#manage-pages and https://developers.facebook.com/docs/apps/review/feature#reference-PAGES_ACCESS for details.`,
      )

/** @see https://developers.facebook.com/docs/graph-api/overview/rate-limiting#error-codes */
const THROTTLED: Readonly<Record<number, string>> = {
  4: '(#4) Application request limit reached',
  17: '(#17) User request limit reached',
  32: '(#32) Page request limit reached',
  613: '(#613) Calls to this api have exceeded the rate limit.',
  80001:
    '(#80001) There have been too many calls to this Page account. Wait a bit and try again. For more info, please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting.',
}
const TROUBLE: Readonly<Record<number, string>> = {
  1: 'An unknown error occurred',
  2: 'An unexpected error has occurred. Please retry your request later.',
  341: '(#341) Feed action request limit reached',
  368: '(#368) The action attempted has been deemed abusive or is otherwise disallowed',
}

/** Any documented error by its number, for a test to ask for. */
export function refusalOf(code: number, subcode?: number): Refusal {
  if (THROTTLED[code]) return oauth(code, THROTTLED[code], subcode, code === 4 || code === 32 ? 403 : 400)
  const message = TROUBLE[code] ?? `(#${code}) Error`
  if (code > 2) return oauth(code, message, subcode, code === 368 ? 403 : 400)
  return new Refusal({ message, type: 'OAuthException', code, is_transient: code === 2 }, 500)
}
