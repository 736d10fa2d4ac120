import { expect, it } from 'vitest'
import { requireMedia } from '../../src/desk/media.ts'
import { refusalText } from '../../src/wording/refusals.ts'
import { cast, networks, station } from '../support/cast.ts'
import { openDesk } from '../support/desk.ts'

const x = networks.get('x')!
const desk = (live: boolean, hosts: string[]) =>
  openDesk({ networks: new Map([['x', { ...x, live }]]), station: { ...station, media: { hosts } } })
const image = (url: string) => [{ kind: 'image' as const, url, alt: 'Een kaft' }]
const takes = (url: string, hosts: string[], live = true) =>
  desk(live, hosts).act(cast.delft, async (act) => requireMedia(act, 'x', image(url)))

it.each([
  ['https://images.example.org/kaft.jpg', ['images.example.org']],
  ['https://a.b.example.org/kaft.jpg', ['elsewhere.example', '.example.org']],
])('takes %s from a place of the list', async (url, hosts) => {
  await expect(takes(url, hosts)).resolves.toBeUndefined()
})

it.each([
  ['https://images.example.org.evil.example/kaft.jpg', ['images.example.org']],
  ['https://evil-example.org/kaft.jpg', ['.example.org']],
  ['https://example.org/kaft.jpg', ['.example.org']],
  ['https://127.0.0.1/kaft.jpg', []],
])('refuses %s, which is not on the list', async (url, hosts) => {
  const refused = await desk(true, hosts).refused(cast.delft, async (act) => requireMedia(act, 'x', image(url)))
  expect(refused.code).toBe('image-host')
  const text = refusalText('nl', refused)
  expect(text).toContain(url)
  expect(text).toContain(hosts[0] ?? 'Er is nog geen plek toegelaten')
})

it('asks nothing of that where the sandbox plays the network, which fetches nothing', async () => {
  await expect(takes('https://anywhere.example/kaft.jpg', [], false)).resolves.toBeUndefined()
})
