/** Name, route and connection; the last two are the station's own ways outside: the proxy, and the handshake of TLS. */
const NO_CONNECTION = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPROXY',
  'EHANDSHAKE',
])
/** The other side's certificate is not to be trusted: the request waits for the handshake. */
const CERTIFICATE = /^(?:CERT_|ERR_TLS_CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/

/** The reason, where an error with this code comes before the first byte of a request can leave; null where one may have. */
export function neverLeft(code: string): string | null {
  if (code === 'EPROXY') return 'proxy'
  if (CERTIFICATE.test(code)) return 'certificate'
  return NO_CONNECTION.has(code) ? code : null
}
