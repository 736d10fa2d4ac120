/** What of an error may stand in the log. */
export interface SafeError {
  type: string
  code?: string
  message: string
  stack: string
  cause?: SafeError
}

const DEEPEST_CAUSE = 4

/** Keeps name, code, message, stack and cause of an error; whatever else hangs on it may be what somebody wrote. */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { type: typeof error, message: visible(String(error)), stack: '' }
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : null
  return {
    type: error.name,
    ...(code === null ? {} : { code: visible(String(code)) }),
    message: visible(error.message),
    stack: frames(error.stack ?? ''),
    ...(error.cause === undefined || depth >= DEEPEST_CAUSE ? {} : { cause: safeError(error.cause, depth + 1) }),
  }
}

/** The places in the code alone: the lines above them repeat the message, which could pass itself off as log lines. */
const frames = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .map(visible)
    .join('\n')

/** Shows line breaks, terminal codes and invisible characters as what they are: one event is one line. */
export const visible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (it) => `\\u${it.codePointAt(0)?.toString(16).padStart(4, '0')}`)

const SECRETS: readonly [RegExp, string][] = [
  [/([?&#](?:[a-z_]*token|key|secret|sig|signature|ticket)=)[^&\s"\\#]+/gi, '$1[redacted]'],
  [/\b(Bearer|Basic)\s+(?!Information\b)[\w.~+/=-]{6,}/g, '$1 [redacted]'],
  [/\b(?:xox[a-z]|xapp)-[\w.-]+/g, '[redacted]'],
  // An address that Slack gave along is as good as a password.
  [/(https:\/\/hooks\.slack\.com\/)[^\s"\\]+/g, '$1[redacted]'],
  [/(\/\/)[^/\s:@"]+:[^/\s@"]+@/g, '$1[redacted]@'],
]

/** Takes out what has the shape of a secret, wherever in a line it stands. */
export const withoutSecrets = (line: string): string =>
  SECRETS.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line)
