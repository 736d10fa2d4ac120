import type { Call } from '../call.ts'
import type { Graph } from '../graph.ts'

const ALWAYS = [
  'access_token',
  'appsecret_proof',
  'fields',
  'locale',
  'pretty',
  'debug',
  'method',
  'suppress_http_code',
]

/** Notes what the documentation of this call does not name: Graph drops it without a word, so the caller is mistaken. */
export function knownOnly({ journal }: Graph, { method, path, params }: Call, names: readonly string[]): void {
  for (const name of Object.keys(params)) {
    const plain = name.replace(/\[\d+\]$/, '')
    if (!ALWAYS.includes(plain) && !names.includes(plain) && plain !== 'attached_media') {
      journal.violate(`${method} /${path.at(-1)} does not know ${name}`)
    }
  }
}
