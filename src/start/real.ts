import type { Config } from '../config.ts'
import type { NetworkName } from '../model/network.ts'
import type { Station } from '../model/station.ts'
import type { Examined, Network, Surroundings } from '../networks/network.ts'

/** A network for real: how it is opened, and how our access to it is looked at. What only it needs is loaded only for it. */
export interface Real {
  open(surroundings: Surroundings): Promise<Network>
  examine(surroundings: Surroundings, signal: AbortSignal): Promise<Examined>
}

type Known = Pick<Config, NetworkName>

/** Each network for real where its keys are there, else null; one line a network. */
const REAL: Record<NetworkName, (config: Known, station: Station) => Real | null> = { x, facebook, youtube }

export const realOf = (name: NetworkName, config: Known, station: Station): Real | null => REAL[name](config, station)

function x(config: Known, station: Station): Real | null {
  if (config.x === null) return null
  const { prices, listen } = station.networks.x
  const hashtags = listen.hashtags ? [...new Set(station.programmes.flatMap((it) => it.hashtags))] : []
  const settings = { ...config.x, prices, hashtags, searches: listen.searches }
  return {
    open: async (at) => (await import('../networks/x/adapter.ts')).xNetwork(settings, at),
    examine: async (at, signal) => (await import('../networks/x/examine.ts')).examineX(settings, at, signal),
  }
}

function facebook({ facebook: settings }: Known): Real | null {
  if (settings === null) return null
  return {
    open: async (at) => (await import('../networks/facebook/adapter.ts')).facebookNetwork(settings, at),
    examine: async (at, signal) =>
      (await import('../networks/facebook/examine.ts')).examineFacebook(settings, at, signal),
  }
}

function youtube({ youtube: settings }: Known): Real | null {
  if (settings === null) return null
  return {
    open: async (at) => (await import('../networks/youtube/adapter.ts')).youtubeNetwork(settings, at),
    examine: async (at, signal) =>
      (await import('../networks/youtube/examine.ts')).examineYouTube(settings, at, signal),
  }
}
