/** A call that brought no answer of Graph. `unsent`: it provably never left. The reason is a code, never the library's own error. */
export type Broken = { kind: 'unsent'; reason: string } | { kind: 'lost'; reason: string }

const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])
/** The other side's certificate is not to be trusted: the request waits for the handshake, and never left. */
const CERTIFICATE = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_)/
/** tunnel-agent calls every failure before the tunnel stands ECONNRESET; only its sentence tells. */
const NO_TUNNEL = /^tunneling socket could not be established/
const NO_HANDSHAKE = /before secure TLS connection was established/

/** Sorts what `fb` gives where there was no answer, or one that is not JSON. */
export function brokenOf(error: unknown): Broken {
  const told: { code?: unknown; message?: unknown; connect?: unknown; syscall?: unknown } =
    typeof error === 'object' && error !== null ? error : {}
  const code = typeof told.code === 'string' ? told.code : null
  const message = typeof told.message === 'string' ? told.message : ''
  if (NO_TUNNEL.test(message)) return { kind: 'unsent', reason: 'proxy' }
  if (code === null) return { kind: 'lost', reason: 'unreadable answer' }
  if (code === 'JSONPARSE') return { kind: 'lost', reason: 'not JSON' }
  if (CERTIFICATE.test(code)) return { kind: 'unsent', reason: 'certificate' }
  const connecting = told.connect === true || told.syscall === 'connect' || NO_HANDSHAKE.test(message)
  if (NEVER_CONNECTED.has(code) || connecting) return { kind: 'unsent', reason: code }
  return { kind: 'lost', reason: code === 'ESOCKETTIMEDOUT' ? 'timeout' : code }
}
