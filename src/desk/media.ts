import { type Attachment, NETWORK_LABEL, type NetworkName } from '../model/network.ts'
import { Refused } from '../model/refused.ts'
import type { Act } from './act.ts'

/** Refuses what the network does not carry: too many images, one without a description, one that is not on the web,
 * and where the network is real, one from a place that the station's file does not allow. */
export function requireMedia(
  act: Act,
  network: NetworkName,
  media: readonly Attachment[],
  { direct = false }: { direct?: boolean } = {},
): void {
  if (media.length === 0) return
  const limits = act.networks.get(network)?.limits
  const most = (direct ? limits?.imagesDirect : limits?.images) ?? 0
  if (direct && most === 0) throw new Refused('no-picture-in-private', { network: NETWORK_LABEL[network] })
  if (media.length > most)
    throw new Refused('too-many-images', { network: NETWORK_LABEL[network], found: media.length, most })
  for (const { kind, url, alt } of media) {
    if (kind !== 'image') throw new Refused('not-an-image', { url: url.slice(0, 100) })
    if (!isWebAddress(url)) throw new Refused('image-address', { url: url.slice(0, 100) })
    const ending = /\.(\w+)$/.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? ''
    if (limits?.refusedPictures.includes(ending))
      throw new Refused('picture-kind', { network: NETWORK_LABEL[network], found: ending })
    const { hosts } = act.station.media
    if (act.networks.get(network)?.live && !isListed(new URL(url).hostname, hosts))
      throw new Refused('image-host', { url: url.slice(0, 100), hosts: hosts.join(', ') })
    if (!alt?.trim()) throw new Refused('image-without-alt', { url: url.slice(0, 100) })
  }
}

/** The network takes its pictures from us, and we fetch from these places alone; `.example.org` stands for all under it. */
const isListed = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((it) => (it.startsWith('.') ? host.endsWith(it) : host === it))

const isWebAddress = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === 'https:'
