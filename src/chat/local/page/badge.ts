import { html } from 'hono/html'
import { isNetwork, NETWORK_LABEL } from '../../../model/network.ts'
import type { Html } from './view.ts'

/** The network's name, in its own shade. */
export const badgeOf = (network: string | undefined): Html =>
  network !== undefined && isNetwork(network)
    ? html`<span class="network ${network}">${NETWORK_LABEL[network]}</span>`
    : ''
