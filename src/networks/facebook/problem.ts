import { z } from 'zod'

/**
 * What Graph said when it refused. Its sentence is read for what the code leaves open and then dropped: it can quote the
 * access token ("Malformed access token EAA…").
 */
export interface Problem {
  code: number
  subcode: number | null
  transient: boolean
  about: 'proof' | 'secret' | 'application' | 'other-app' | 'expired' | null
}

/** Why a call was refused, as far as it matters here. */
export type Refusal =
  | 'auth'
  | 'rate-limit'
  | 'no-permission'
  | 'window-closed'
  | 'gone'
  | 'no-recipient'
  | 'person-unavailable'
  | 'blocked-by-network'
  | 'duplicate'
  | 'temporary'
  | 'not-accepted'

const ERROR = z.object({
  code: z.number().int(),
  error_subcode: z.number().int().nullish(),
  is_transient: z.boolean().nullish(),
  message: z.string().nullish(),
})

const ABOUT: [RegExp, NonNullable<Problem['about']>][] = [
  [/appsecret_proof/i, 'proof'],
  [/client secret|token signature/i, 'secret'],
  [/did not match the viewing app/i, 'other-app'],
  [/validating application|application (?:id|does not exist)/i, 'application'],
  [/expired/i, 'expired'],
]

/** Reads the member `error` of an answer; null where it is not what Graph documents. */
export function problemOf(error: unknown): Problem | null {
  const read = ERROR.safeParse(error)
  if (!read.success) return null
  const { code, error_subcode, is_transient, message } = read.data
  return {
    code,
    subcode: error_subcode ?? null,
    transient: is_transient ?? false,
    about: ABOUT.find(([pattern]) => pattern.test(message ?? ''))?.[1] ?? null,
  }
}

/** A session or a key that is not known: https://developers.facebook.com/docs/graph-api/guides/error-handling. */
const AUTH = new Set([101, 102, 104, 190, 458, 459, 460, 463, 464, 467])
/** An app, a user, a page, a custom limit, an app's day: https://developers.facebook.com/docs/graph-api/overview/rate-limiting. */
const LIMITED = new Set([4, 17, 32, 341, 613])
/** Messenger: outside the window of 24 hours, by the older and by the newer subcode. */
const WINDOW = new Set([2018278, 2018065])
/** Messenger: who blocked us, or left. */
const UNAVAILABLE = 1545041

/** Sorts a refusal by its code, and by its subcode where one code says two things. */
export function refusalOf({ code, subcode, transient, about }: Problem): Refusal {
  if (AUTH.has(code) || about === 'proof') return 'auth'
  // 80000 to 80014 are the limits of each business use case; 80001 is that of pages.
  if (LIMITED.has(code) || (code >= 80_000 && code <= 80_014)) return 'rate-limit'
  if (code === 10 && subcode !== null && WINDOW.has(subcode)) return 'window-closed'
  if (code === 551 || subcode === UNAVAILABLE) return 'person-unavailable'
  if (code === 803 || (code === 100 && subcode === 33)) return 'gone'
  if (code === 100 && subcode === 2018001) return 'no-recipient'
  if (code === 368) return 'blocked-by-network'
  if (code === 506) return 'duplicate'
  if (code === 1 || code === 2 || transient) return 'temporary'
  if (code === 3 || code === 10 || (code >= 200 && code <= 299)) return 'no-permission'
  return 'not-accepted'
}
