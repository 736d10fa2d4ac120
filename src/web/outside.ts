import { Agent, type Dispatcher, EnvHttpProxyAgent, fetch as undiciFetch } from 'undici'

/** The way to everything that is not on this machine. */
export interface Outside {
  fetch: typeof fetch
  /** For what opens a socket of its own; of the same undici as `fetch`, so that it fits. */
  dispatcher: Dispatcher
  close(): Promise<void>
}

/**
 * Opens the way, through the proxy where there is one: a CONNECT tunnel, so that the proxy sees host and port alone.
 * What the proxy must not be asked for stands in `except`, in the form of NO_PROXY. The environment is not read.
 */
export function openOutside(proxy: { url: string; except: string } | null): Outside {
  const dispatcher = proxy ? through(proxy) : new Agent()
  // The platform's fetch has an undici of its own that does not take this one's dispatchers. Their types differ in
  // what neither side uses here.
  const call = ((input: Parameters<typeof undiciFetch>[0], init?: Parameters<typeof undiciFetch>[1]) =>
    undiciFetch(input, { ...init, dispatcher })) as unknown as typeof fetch
  return { fetch: call, dispatcher, close: () => dispatcher.destroy() }
}

/** Each value is given, if empty: what is left out would be read from the environment. */
const through = ({ url, except }: { url: string; except: string }): Dispatcher =>
  new EnvHttpProxyAgent({ httpProxy: '', httpsProxy: url, noProxy: except })
