import { expect, it } from 'vitest'
import { ask } from '../../src/desk/ask.ts'
import { requireMedia } from '../../src/desk/media.ts'
import { LIMITS } from '../../src/networks/limits.ts'
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

it.each([
  ['picture-kind', 'https://images.example.org/Kaft.WEBP?w=3', {}, 'Facebook neemt geen webp aan'],
  ['no-picture-in-private', 'https://images.example.org/kaft.jpg', { direct: true }, 'In een privébericht op Facebook'],
])('says %s before anything is sent to Facebook', async (code, url, how, says) => {
  const facebook = { ...networks.get('facebook')!, limits: LIMITS.facebook }
  const there = openDesk({ networks: new Map([['facebook', facebook]]) })
  const refused = await there.refused(cast.delft, async (act) => requireMedia(act, 'facebook', image(url), how))
  expect(refused.code).toBe(code)
  expect(refusalText('nl', refused)).toContain(says)
})

it('lets one picture go along in a private message on X, and no two', async () => {
  const there = openDesk({ networks: new Map([['x', { ...x, limits: LIMITS.x }]]) })
  const url = 'https://images.example.org/kaft.webp'
  const inPrivate = { direct: true }
  await there.act(cast.delft, async (act) => requireMedia(act, 'x', image(url), inPrivate))
  const two = [...image(url), ...image(url)]
  const refused = await there.refused(cast.delft, async (act) => requireMedia(act, 'x', two, inPrivate))
  expect(refused).toMatchObject({ code: 'too-many-images', facts: { most: 1 } })
})

it('is asked already where a person types the answer, before he presses Send', async () => {
  const facebook = { ...networks.get('facebook')!, limits: LIMITS.facebook }
  const there = openDesk({ networks: new Map([['facebook', facebook]]) })
  const conversation = await there.reader.writes('Mag ik iets vragen?', { network: 'facebook', kind: 'direct' })
  const typed = { conversation, text: 'Kijk maar', media: image('https://images.example.org/kaft.jpg') }
  const source = { platform: 'desk', message: 'm1' }
  const refused = await there.refused(cast.delft, (act) => ask(act, { ...typed, source }))
  expect(refused.code).toBe('no-picture-in-private')
})
