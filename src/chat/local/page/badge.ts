import { html } from 'hono/html'
import type { Content } from '../../../model/chat.ts'
import { isNetwork, NETWORK_LABEL } from '../../../model/network.ts'
import type { Html } from './view.ts'

/** The network's name, in its own shade. */
export const badgeOf = (network: string | undefined): Html =>
  network !== undefined && isNetwork(network)
    ? html`<span class="network ${network}">${NETWORK_LABEL[network]}</span>`
    : ''

/** What a card's title says beyond number, author and network, which are shown in their own way: that it is private. */
export function besidesOf({ text, about }: Content): string[] {
  const network = about?.network
  const shown = [
    `#${about?.conversation}`,
    `@${about?.author}`,
    network !== undefined && isNetwork(network) ? NETWORK_LABEL[network] : '',
  ]
  return text.split(' · ').filter((part) => part !== '' && !shown.includes(part))
}
