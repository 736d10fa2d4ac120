import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { isPublic, openPictures, pinnedTo } from '../../src/web/pictures.ts'
import { startProxy } from '../support/outside/proxy.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const WEBP = Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('WEBPVP8 ')])
const image = (url: string) => ({ kind: 'image' as const, url, alt: 'Een kaft' })

/** A host of pictures behind https, reached through a proxy; its name means `addresses`. */
async function gallery(addresses: string[] = ['93.184.215.14']) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/cover.png') return void response.end(PNG)
    if (request.url === '/cover.webp') return void response.end(WEBP)
    if (request.url === '/page') return void response.writeHead(200, { 'content-type': 'image/png' }).end('<html>')
    if (request.url === '/moved') return void response.writeHead(302, { location: 'https://10.0.0.1/' }).end()
    if (request.url === '/large') return void response.end(Buffer.concat([PNG, Buffer.alloc(5_000)]))
    response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy = await startProxy({ 'images.example.org': `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
  const pictures = openPictures({
    hosts: ['images.example.org', '.museum.example'],
    proxy: { url: proxy.url, except: '' },
    ca: readFileSync(proxy.ca, 'utf8'),
    resolve: async () => addresses,
  })
  onTestFinished(async () => {
    await pictures.close()
    await proxy.stop()
    server.close()
  })
  return {
    pictures,
    asked,
    fetch: (path: string, most = 1_000) => pictures.fetch(image(`https://images.example.org${path}`), most),
  }
}

test('a picture comes from a host of the list, with the kind that its bytes are', async () => {
  const { fetch } = await gallery()
  expect(await fetch('/cover.png')).toEqual({ bytes: PNG, type: 'image/png' })
  expect((await fetch('/cover.webp')).type).toBe('image/webp')
})

test.each([
  ['/page', 'type'],
  ['/moved', 'redirect'],
  ['/large', 'size'],
  ['/gone', 'unreachable'],
])('what stands at %s is refused: %s', async (path, code) => {
  const { fetch, asked } = await gallery()
  await expect(fetch(path)).rejects.toMatchObject({ name: 'PictureRefused', code })
  expect(asked).toEqual([path])
})

test.each([
  'http://images.example.org/cover.png',
  'https://images.example.org:8443/cover.png',
  'https://name:word@images.example.org/cover.png',
  'https://images.example.org.evil.example/cover.png',
  'https://museum.example/cover.png',
  'https://10.0.0.1/cover.png',
  'https://[::1]/cover.png',
  'file:///etc/passwd',
  'not an address',
])('nothing is asked of %s', async (url) => {
  const { pictures, asked } = await gallery()
  await expect(pictures.fetch(image(url), 1_000)).rejects.toMatchObject({ code: 'host' })
  expect(asked).toEqual([])
})

test.each([
  [['10.0.0.5']],
  [['93.184.215.14', '127.0.0.1']],
  [['169.254.169.254']],
  [['::ffff:192.168.1.1']],
  [['fd00::1']],
])('a name that means %s is not asked', async (addresses) => {
  const { fetch, asked } = await gallery(addresses)
  await expect(fetch('/cover.png')).rejects.toMatchObject({ code: 'private' })
  expect(asked).toEqual([])
})

test('a name that means nothing cannot be reached', async () => {
  const { fetch } = await gallery([])
  await expect(fetch('/cover.png')).rejects.toMatchObject({ code: 'unreachable' })
})

test('a connection goes to the address that was judged, whatever the name means by then', () => {
  const told: unknown[] = []
  pinnedTo('93.184.215.14').lookup('images.example.org', { all: true }, (...all) => told.push(all))
  pinnedTo('2606:2800::1').lookup('images.example.org', {}, (...all) => told.push(all))
  expect(told).toEqual([
    [null, [{ address: '93.184.215.14', family: 4 }]],
    [null, '2606:2800::1', 6],
  ])
})

test.each([
  ['8.8.8.8', true],
  ['172.15.255.255', true],
  ['2606:2800:220:1::1', true],
  ['0.0.0.0', false],
  ['100.64.0.1', false],
  ['127.8.8.8', false],
  ['172.16.0.1', false],
  ['192.168.0.1', false],
  ['198.18.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['fe80::1', false],
  ['fc00::1', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
  ['2001:db8::1', false],
  ['ff02::1', false],
  ['images.example.org', false],
])('%s is a public address: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected)
})
