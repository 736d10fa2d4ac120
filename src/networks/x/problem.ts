import { z } from 'zod'

/** What X's no means, in codes of ours. `refused` is any no that is not known by name; `title` is X's heading of it. */
export interface Problem {
  code:
    | 'auth'
    | 'quota'
    | 'permission'
    | 'duplicate'
    | 'not-summoned'
    | 'reply-closed'
    | 'gone'
    | 'too-long'
    | 'person-unavailable'
    | 'liked-before'
    | 'not-found'
    | 'refused'
  title: string
}

const BODY = z.object({
  title: z.string().optional().catch(undefined),
  detail: z.string().optional().catch(undefined),
  type: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  errors: z
    .array(z.object({ code: z.number().optional().catch(undefined), message: z.string().optional().catch(undefined) }))
    .optional()
    .catch(undefined),
})

/** Codes of X's older interface, which still stand beside the newer words now and then. */
const BY_NUMBER = new Map<number, Problem['code']>([
  ...pairs('auth', [32, 89, 99, 135, 215]),
  ...pairs('permission', [93, 220, 261, 416, 453]),
  ...pairs('duplicate', [187]),
  ...pairs('reply-closed', [433]),
  ...pairs('gone', [144, 179, 385, 421, 422]),
  ...pairs('too-long', [186, 354]),
  ...pairs('liked-before', [139]),
  ...pairs('person-unavailable', [150, 151, 214, 349]),
])

/** X gives most reasons as a sentence alone; the first that fits counts. */
const BY_WORDS: [RegExp, Problem['code']][] = [
  [/duplicate content/, 'duplicate'],
  [/not been mentioned|otherwise engaged|summoned/, 'not-summoned'],
  [/already (?:liked|favorited)/, 'liked-before'],
  [/restricted who can reply/, 'reply-closed'],
  [/deleted or not visible|(?:replying|reply) to .*(?:deleted|does not exist|not found)/, 'gone'],
  [/too long|exceeds? .*(?:characters|length)/, 'too-long'],
  [
    /(?:direct )?messages? to (?:this user|the participants)|cannot send messages|not following you/,
    'person-unavailable',
  ],
]

const BY_TYPE: [RegExp, Problem['code']][] = [
  [/credits|usage-capped/, 'quota'],
  [/oauth1-permissions|client-forbidden|unsupported-authentication/, 'permission'],
]

/** Reads the body of an answer of 400 to 499. Null where it is not in X's words, so that somebody in between may have given it. */
export function readProblem(status: number, body: unknown): Problem | null {
  const read = BODY.safeParse(body)
  if (!read.success) return null
  const { title, detail, type, reason, errors = [] } = read.data
  if (title === undefined && detail === undefined && errors.length === 0) return null
  const words = [title, detail, reason, ...errors.map((error) => error.message)].join(' ').toLowerCase()
  return {
    code: codeOf(status, `${type ?? ''} ${title ?? ''}`.toLowerCase(), words, errors),
    title: title ?? 'untitled',
  }
}

function codeOf(status: number, type: string, words: string, errors: { code?: number | undefined }[]): Problem['code'] {
  if (status === 401) return 'auth'
  if (status === 402) return 'quota'
  const byType = BY_TYPE.find(([pattern]) => pattern.test(type))
  if (byType) return byType[1]
  if (words.includes('client-not-enrolled')) return 'permission'
  const byWords = BY_WORDS.find(([pattern]) => pattern.test(words))
  if (byWords) return byWords[1]
  for (const { code } of errors) {
    const known = code === undefined ? undefined : BY_NUMBER.get(code)
    if (known) return known
  }
  return status === 404 ? 'not-found' : 'refused'
}

function pairs(code: Problem['code'], numbers: number[]): [number, Problem['code']][] {
  return numbers.map((number) => [number, code])
}
