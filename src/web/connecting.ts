import type { Duplex } from 'node:stream'

/** Whoever does not even make a connection in so many ms is not there; a whole call may take longer. */
export const PATIENCE = 10_000

/** What a handshake that breaks off, or meets something else than TLS, ends with; other codes tell more by themselves. */
const BROKEN = /^(?:ECONNRESET|EPIPE|EPROTO|ETIMEDOUT|ERR_SSL_\w+)$/

/** An error before any request could leave, with a code that says so: the codes of the line also come after one did. */
export const neverConnected = (code: 'EPROXY' | 'EHANDSHAKE', message: string): Error =>
  Object.assign(new Error(message), { code })

/** Sees to it that a TLS connection which fails before it stands says so by its code, however it fails. */
export function connecting<T extends Duplex>(socket: T, patience = PATIENCE): T {
  const failed = (error: NodeJS.ErrnoException) => {
    if (BROKEN.test(error.code ?? '')) error.code = 'EHANDSHAKE'
  }
  const late = setTimeout(() => socket.destroy(neverConnected('EHANDSHAKE', 'no secure connection in time')), patience)
  late.unref()
  socket.once('close', () => clearTimeout(late))
  socket.prependListener('error', failed)
  socket.once('secureConnect', () => {
    clearTimeout(late)
    socket.off('error', failed)
  })
  return socket
}
