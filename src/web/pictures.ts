import { lookup } from 'node:dns/promises'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { Agent, type Dispatcher, ProxyAgent, request } from 'undici'
import { SECOND } from '../model/clock.ts'
import type { Attachment } from '../model/network.ts'
import { type Picture, PictureRefused } from '../model/picture.ts'
import { pictureType } from './picture-type.ts'
import { isExcepted } from './way.ts'

const PATIENCE = 20 * SECOND

export interface PictureParts {
  /** Hosts, or `.domain` for all under one, from which pictures may come. */
  hosts: readonly string[]
  proxy: { url: string; except: string } | null
  /** Every address of a name; the machine's own resolver where it is absent. */
  resolve?: (host: string) => Promise<string[]>
  /** An authority to trust beside those of this Node. */
  ca?: string
}

/** Fetches pictures that are to be posted, from where the station's file allows and nowhere else. */
export interface Pictures {
  /** @throws {PictureRefused} */
  fetch(image: Attachment, maxBytes: number): Promise<Picture>
  close(): Promise<void>
}

/**
 * A text of ours may name an address, so the address is not trusted: https, a host of the list, every address of that
 * host public, the connection made to the very address that was judged, no redirect, no more bytes than allowed, and
 * really a picture.
 */
export function openPictures({ hosts, proxy, resolve = addressesOf, ca }: PictureParts): Pictures {
  const open = new Set<Dispatcher>()
  return {
    async fetch({ url }, maxBytes) {
      const { hostname } = allowed(url, hosts)
      const [address] = await publicAddresses(hostname, resolve)
      const through = proxy !== null && !isExcepted(hostname, proxy.except)
      const trusted = ca === undefined ? {} : { ca }
      // A proxy asks for the name itself, so that the network behind it must not answer as if it were outside.
      const dispatcher = through
        ? new ProxyAgent({ uri: proxy.url, requestTls: trusted })
        : new Agent({ connect: { ...trusted, ...pinnedTo(address) } })
      open.add(dispatcher)
      try {
        return await load(url, dispatcher, maxBytes)
      } finally {
        open.delete(dispatcher)
        await dispatcher.destroy()
      }
    },
    close: async () => void (await Promise.all([...open].map((it) => it.destroy()))),
  }
}

function allowed(address: string, hosts: readonly string[]): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  const named = (host: string) => hosts.some((it) => (it.startsWith('.') ? host.endsWith(it) : host === it))
  const plain = url?.protocol === 'https:' && url.port === '' && url.username === '' && url.password === ''
  if (!url || !plain || !named(url.hostname)) throw new PictureRefused('host')
  return url
}

/** What must never be asked on anybody's word: this machine, its network, and what is set apart (IANA's special-purpose registries). */
const INSIDE = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  INSIDE.addSubnet(net, bits, 'ipv4')
/** Of the sixth version only 2000::/3 is in public use; within it documentation and tunnels are not. */
const OUTSIDE_6 = new BlockList()
OUTSIDE_6.addSubnet('2000::', 3, 'ipv6')
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  INSIDE.addSubnet(net, bits, 'ipv6')

export function isPublic(address: string): boolean {
  const kind = isIP(address)
  if (kind === 4) return !INSIDE.check(address, 'ipv4')
  return kind === 6 && OUTSIDE_6.check(address, 'ipv6') && !INSIDE.check(address, 'ipv6')
}

const addressesOf = async (host: string): Promise<string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address)

/** All of them must be public: a name with one address inside is a trick, or soon one. */
async function publicAddresses(host: string, resolve: (host: string) => Promise<string[]>): Promise<[string]> {
  let addresses: string[]
  try {
    addresses = await resolve(host)
  } catch {
    throw new PictureRefused('unreachable')
  }
  const [first] = addresses
  if (first === undefined) throw new PictureRefused('unreachable')
  if (!addresses.every(isPublic)) throw new PictureRefused('private')
  return [first]
}

/** Connects to the address that was judged, whatever the name means a moment later. */
export const pinnedTo = (address: string): { timeout: number; lookup: LookupFunction } => ({
  timeout: PATIENCE,
  lookup(_host, options, done) {
    const family = isIP(address)
    if (options.all) done(null, [{ address, family }])
    else done(null, address, family)
  },
})

async function load(url: string, dispatcher: Dispatcher, maxBytes: number): Promise<Picture> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    const { statusCode, body } = await request(url, { dispatcher, signal: AbortSignal.timeout(PATIENCE) })
    if (statusCode >= 300 && statusCode < 400) throw new PictureRefused('redirect')
    if (statusCode !== 200) throw new PictureRefused('unreachable')
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > maxBytes) throw new PictureRefused('size')
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof PictureRefused ? error : new PictureRefused('unreachable')
  }
  const bytes = Buffer.concat(chunks)
  const type = pictureType(bytes)
  if (type === null) throw new PictureRefused('type')
  return { bytes, type }
}
