import { expect, test } from 'vitest'
import { card, note, playground } from './playground.ts'

const sitting = { cookie: 'desk_member=curator-deventer' }

test('whoever has not said who they are is asked, and remembered', async () => {
  const desk = await playground()
  const asked = await (await desk.request('GET', '/desk')).text()
  expect(asked).toContain('Curator Deventer')
  const body = new URLSearchParams({ member: 'curator-deventer' }).toString()
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const chosen = await desk.request('POST', '/desk/who', body, form)
  const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? ''
  const again = await desk.request('GET', '/desk', undefined, { cookie })
  expect(again.headers.get('location')).toBe('/desk/in/ochtendblad')
})

test('a conversation stands in its channel, and open at its own address', async () => {
  const desk = await playground()
  const thread = await desk.open('Welk boek was dat?')
  const page = await see(desk, `/desk/in/ochtendblad/${thread}`)
  expect(page).toContain('Welk boek was dat?')
  expect(page).toContain('Oppakken')
  expect(page).toContain('SANDBOX')
})

test('what the public writes is inert on the page', async () => {
  const desk = await playground()
  const evil = '<img src=x onerror=alert(1)><script>alert(1)</script> <!channel> "\'&'
  const about = { conversation: 12, network: 'x', author: '<b>\u202elive' }
  const thread = await desk.open(evil, {
    quote: { ...card(evil).quote!, author: '<b>\u202elive', url: 'javascript:alert(1)' },
    facts: [{ label: '<i>', value: evil, url: 'data:text/html,x' }],
    link: { label: 'x', url: '//evil.example' },
    about,
  })
  await desk.chat.post('ochtendblad', thread, { ...card(evil), text: '' }, 'k2')
  const page = await see(desk, `/desk/in/ochtendblad/${thread}`)
  expect(page).not.toMatch(/<img|<script>|<b>\u202e|<i>|<!channel>/)
  expect(page).not.toMatch(/href="(javascript|data:text|\/\/evil)/)
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(page).toContain('@&lt;b&gt;live')
})

test('a page runs no script but its own, and loads nothing from elsewhere', async () => {
  const desk = await playground()
  const response = await desk.request('GET', '/desk/in/ochtendblad', undefined, sitting)
  const policy = response.headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
  const page = await response.text()
  expect(page).not.toMatch(/(src|href)="https?:/)
  expect(page).not.toMatch(/\son\w+=|<script(?![^>]*src=)/)
})

test('a very long text is cut visibly and to be had as a whole', async () => {
  const desk = await playground()
  const text = `${'Lang verhaal. '.repeat(70_000)}slot`
  const thread = await desk.open(text)
  const page = await see(desk, `/desk/in/ochtendblad/${thread}`)
  expect(page.length).toBeLessThan(60_000)
  expect(page).toContain('Toon alles (980.004 tekens)')
  const whole = await desk.request('GET', `/desk/page/text/${thread}`, undefined, sitting)
  expect(whole.headers.get('content-type')).toMatch(/text\/plain/)
  expect(await whole.text()).toContain(text)
})

test('an attachment is a link with its description, never an image', async () => {
  const desk = await playground()
  const attachments = [{ kind: 'image' as const, url: 'https://example.org/kaft.jpg', alt: 'Een blauwe kaft' }]
  const thread = await desk.open('Deze?', { quote: { ...card('Deze?').quote!, attachments } })
  const page = await see(desk, `/desk/in/ochtendblad/${thread}`)
  expect(page).toMatch(/Afbeelding.*href="https:\/\/example.org\/kaft.jpg".*Een blauwe kaft/s)
  expect(page).not.toContain('<img')
})

test('what one person alone was told is on the page of that person alone, until it is put away', async () => {
  const desk = await playground()
  desk.listen(() => [{ ...note('Er wacht niets.'), buttons: [{ action: 'a', value: '1', label: 'Druk' }] }])
  const id = (await desk.say('/inbox')).body.private[0]?.id ?? ''
  expect(await see(desk, '/desk/in/ochtendblad')).toContain('Er wacht niets.')
  expect(await see(desk, '/desk/in/ochtendblad', 'curator-delft')).not.toContain('Er wacht niets.')
  await post(desk, '/desk/page/dismiss', { ids: id }, 'curator-delft')
  expect(await see(desk, '/desk/in/ochtendblad')).toContain('Er wacht niets.')
  await post(desk, '/desk/page/dismiss', { ids: id })
  expect(await see(desk, '/desk/in/ochtendblad')).not.toContain('Er wacht niets.')
})

test('a form opens with its fields and the length as X counts it, and what was filled in reaches the station', async () => {
  const desk = await playground()
  const field = { name: 'text', label: 'Dit leest iedereen', kind: 'lines' as const, value: 'bibliotheek.nl' }
  const limit = { network: 'x' as const, max: 280, suffix: ' ^CD' }
  const form = { title: 'Antwoord', submit: 'Versturen', fields: [{ ...field, limit }] }
  const thread = await desk.open('Hoi', { buttons: [{ action: 'reply', value: '12', label: 'Antwoorden', form }] })
  const sheet = await see(desk, `/desk/page/form?message=${thread}&button=0`)
  expect(sheet).toContain('27/280')
  const station = desk.listen(() => [])
  await post(desk, '/desk/page/act', { message: thread, action: 'reply', value: '12', 'f.text': 'Hallo\r\ndaar' })
  await desk.say('/inbox')
  expect(station.stored[0]).toMatchObject({ kind: 'action', action: 'reply', form: { text: 'Hallo\ndaar' } })
})

test('the page of a member who reads English is in English, and a choice in the browser goes first', async () => {
  const desk = await playground()
  expect(await see(desk, '/desk/in/ochtendblad', 'researcher')).toContain('Look along with the public')
  const chosen = await desk.request('GET', '/desk/in/ochtendblad?lang=en', undefined, sitting)
  expect(chosen.headers.get('set-cookie')).toContain('desk_language=en')
})

test('a channel is read once it was looked at, and what is new since stays marked while one is there', async () => {
  const desk = await playground()
  await desk.open('Eén')
  const first = await see(desk, '/desk/in/ochtendblad')
  expect(first.match(/fresh/g)).toHaveLength(1)
  const { body } = await desk.json<{ unread: number }[]>('GET', '/desk/channels?as=curator-deventer')
  expect(body[0]?.unread).toBe(0)
  const there = { ...sitting, 'hx-current-url': 'http://localhost/desk/in/ochtendblad' }
  const again = await (await desk.request('GET', '/desk/in/ochtendblad', undefined, there)).text()
  expect(again.match(/fresh/g)).toHaveLength(1)
  await see(desk, '/desk/in/regie')
  expect(await see(desk, '/desk/in/ochtendblad')).not.toContain('fresh')
})

test('of thousands who wait, the longest waiting stand first and the rest a step away', async () => {
  const desk = await playground()
  for (let number = 1; number <= 60; number += 1) {
    desk.clock.advance(1_000)
    await desk.open(`vraag nummer ${number}.`)
  }
  const page = await see(desk, '/desk/in/ochtendblad')
  expect(page).toContain('60 wachten op ons')
  expect(page).toContain('vraag nummer 1.')
  expect(page).not.toContain('vraag nummer 41.')
  expect(page).toContain('Nog 20 wachtend')
})

type Desk = Awaited<ReturnType<typeof playground>>

const see = async (desk: Desk, path: string, as = 'curator-deventer'): Promise<string> =>
  (await desk.request('GET', path, undefined, { cookie: `desk_member=${as}` })).text()

async function post(desk: Desk, path: string, form: Record<string, string>, as = 'curator-deventer'): Promise<void> {
  const headers = { cookie: `desk_member=${as}`, 'content-type': 'application/x-www-form-urlencoded' }
  const { status } = await desk.request('POST', path, new URLSearchParams(form).toString(), headers)
  expect(status).toBe(204)
}
