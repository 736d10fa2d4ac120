import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * Lets `fb` trust a throw-away authority in this process. The library takes no certificate of its own and a running
 * process no longer reads NODE_EXTRA_CA_CERTS, so the authority is given to the `request` beneath it.
 */
export function trustAuthority(file: string): void {
  const fromFb = createRequire(createRequire(import.meta.url).resolve('fb'))
  const { Request } = fromFb('request') as { Request: { prototype: { ca?: Buffer } } }
  Request.prototype.ca = readFileSync(file)
}
