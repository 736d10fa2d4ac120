import { neverLeft } from '../never-left.ts'

/** A call that brought no answer of Graph. `unsent`: it provably never left. The reason is a code, never the library's own error. */
export type Broken = { kind: 'unsent'; reason: string } | { kind: 'lost'; reason: string }

/** tunnel-agent calls every failure before the tunnel stands ECONNRESET; only its sentence tells. */
const NO_TUNNEL = /^tunneling socket could not be established/
const NO_HANDSHAKE = /before secure TLS connection was established/
/** What OpenSSL says of a handshake alone; EPROTO itself may come later too. */
const NO_TLS = /wrong version number|unsupported protocol|handshake failure|alert protocol version/

/** Sorts what `fb` gives where there was no answer, or one that is not JSON. */
export function brokenOf(error: unknown): Broken {
  const told: { code?: unknown; message?: unknown; connect?: unknown; syscall?: unknown } =
    typeof error === 'object' && error !== null ? error : {}
  const code = typeof told.code === 'string' ? told.code : null
  const message = typeof told.message === 'string' ? told.message : ''
  if (NO_TUNNEL.test(message)) return { kind: 'unsent', reason: 'proxy' }
  if (code === null) return { kind: 'lost', reason: 'unreadable answer' }
  if (code === 'JSONPARSE') return { kind: 'lost', reason: 'not JSON' }
  const unsent = neverLeft(code)
  if (unsent !== null) return { kind: 'unsent', reason: unsent }
  if (NO_HANDSHAKE.test(message) || (code === 'EPROTO' && NO_TLS.test(message)))
    return { kind: 'unsent', reason: 'EHANDSHAKE' }
  if (told.connect === true || told.syscall === 'connect') return { kind: 'unsent', reason: code }
  return { kind: 'lost', reason: code === 'ESOCKETTIMEDOUT' ? 'timeout' : code }
}
