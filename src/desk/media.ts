import { type Attachment, NETWORK_LABEL, type NetworkName } from '../model/network.ts'
import { Refused } from '../model/refused.ts'
import type { Act } from './act.ts'

/** Refuses what the network does not carry: too many images, one without a description, one that is not on the web. */
export function requireMedia(act: Act, network: NetworkName, media: readonly Attachment[]): void {
  if (media.length === 0) return
  const most = act.networks.get(network)?.limits.images ?? 0
  if (media.length > most)
    throw new Refused('too-many-images', { network: NETWORK_LABEL[network], found: media.length, most })
  for (const { kind, url, alt } of media) {
    if (kind !== 'image') throw new Refused('not-an-image', { url: url.slice(0, 100) })
    if (!isWebAddress(url)) throw new Refused('image-address', { url: url.slice(0, 100) })
    if (!alt?.trim()) throw new Refused('image-without-alt', { url: url.slice(0, 100) })
  }
}

const isWebAddress = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === 'https:'
