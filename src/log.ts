import { createRequire } from 'node:module'
import pino, { type Logger } from 'pino'
import { safeError, visible, withoutSecrets } from './log-safety.ts'

export interface LogSettings {
  level: string
  /** `json`: a line for each event, for machines; `readable`: for a person at a terminal. */
  format: 'json' | 'readable'
  /** Where lines go; standard output unless it is given. */
  to?: { write(line: string): unknown }
}

/** Keys whose values are secrets, at the top and one and two levels down. */
const SECRET = [
  'token',
  'accessToken',
  'access_token',
  'authorization',
  'Authorization',
  'cookie',
  'password',
  'secret',
]
const REDACTED = SECRET.flatMap((key) => [key, `*.${key}`, `*.*.${key}`])

/**
 * The station's log. Each line is written before the call returns, so that none is lost when the process dies. Secrets
 * are left out by key and by shape; of an error only its name, code, message and stack are kept, never what else hangs
 * on it. Nothing passes on what people wrote: log ids, numbers and codes.
 */
export function createLog({ level, format, to = pino.destination({ dest: 1, sync: true }) }: LogSettings): Logger {
  const readable = format === 'readable' ? prettifier() : null
  const write = (line: string) => {
    const safe = withoutSecrets(line)
    to.write(readable ? readable(safe) : safe)
  }
  return pino(
    {
      level,
      redact: { paths: REDACTED, censor: '[redacted]' },
      serializers: { err: safeError, error: safeError },
      hooks: {
        logMethod(args, method) {
          method.apply(this, args.map((it) => (typeof it === 'string' ? visible(it) : it)) as typeof args)
        },
      },
    },
    { write },
  )
}

/** Loaded only where somebody watches: it takes as long to load as pino itself. */
function prettifier(): (line: string) => string {
  const { prettyFactory, isColorSupported } = createRequire(import.meta.url)(
    'pino-pretty',
  ) as typeof import('pino-pretty')
  return prettyFactory({
    colorize: isColorSupported && process.stdout.isTTY === true,
    ignore: 'pid,hostname',
    translateTime: 'SYS:HH:MM:ss',
  })
}
