import { NETWORKS, type NetworkName } from '../../model/network.ts'

/** Public ids: `x-1f0c22aa-12`, the network, the world (see database.ts) and the item's number. */
export const publicId = (network: NetworkName, world: string, seq: number): string => `${network}-${world}-${seq}`

/** The item that an id speaks of; null where it cannot be one of this world's. */
export function parseId(id: string, world: string): { network: NetworkName; seq: number } | null {
  const [name, where, number, ...rest] = id.split('-')
  const network = NETWORKS.find((known) => known === name)
  if (!network || where !== world || rest.length > 0 || !number || !/^[1-9]\d{0,14}$/.test(number)) return null
  return { network, seq: Number(number) }
}

/** Where a person can look at an item; relative, because the page may be passed on by the station. */
export const itemUrl = (id: string): string => `/audience/messages/${id}`
