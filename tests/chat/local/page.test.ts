import { expect, test } from 'vitest'
import type { Content } from '../../../src/model/chat.ts'
import { card, note, PREMISES, playground } from './playground.ts'

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

test('what needs a person first stands above the card with what to do, and by its name in the list', async () => {
  const desk = await playground()
  const evil = 'Bel 113 <b onclick=x>\u202e'
  const care = { label: 'Mogelijk wanhoop of zelfdoding', tone: 'danger' as const, lines: ['Bel 112.', evil] }
  const thread = await desk.open('Hoi', { care })
  const list = await see(desk, '/desk/in/ochtendblad')
  expect(list).toContain('<span class="care-mark danger">Mogelijk wanhoop of zelfdoding</span>')
  expect(list).not.toContain('Bel 112.')
  const page = await see(desk, `/desk/in/ochtendblad/${thread}`)
  expect(page).toMatch(/class="care danger".*Bel 112\..*<blockquote/s)
  expect(page).not.toContain('<b onclick')
})

test('an alarm names in the list whom it calls', async () => {
  const desk = await playground()
  const alarm = { kind: 'alarm' as const, text: 'Kijk nu.', mentions: ['curator-delft'] }
  await desk.chat.open('regie', alarm, 'k1')
  expect(await see(desk, '/desk/in/regie')).toMatch(
    /Kijk nu\. <span class="mentions"><span class="mention ">@Curator Delft/,
  )
  expect(await see(desk, '/desk/in/regie', 'curator-delft')).toMatch(/class="mention me">@Curator Delft/)
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

test('moments are shown by the wall clock of the station', async () => {
  const desk = await playground()
  const thread = await desk.open('Hoe laat is het daar?')
  expect(await see(desk, `/desk/in/ochtendblad/${thread}`)).toContain('>07:04</time>')
  await desk.chat.prepare({ ...PREMISES, zone: 'America/Curacao' })
  expect(await see(desk, `/desk/in/ochtendblad/${thread}`)).toContain('>02:04</time>')
})

test('a member is shown with the initials that the station gives', async () => {
  const desk = await playground()
  desk.listen(() => [])
  const thread = await desk.open('Hoi')
  await desk.say('Dag', { thread, as: 'curator-delft' })
  const page = await see(desk, `/desk/in/ochtendblad/${thread}`)
  expect([...page.matchAll(/class="portrait"[^>]*>(\w+)</g)].map((it) => it[1])).toEqual(['CD', 'CF'])
})

test('words to colleagues stay inside, an order to the station is called an order', async () => {
  const desk = await playground()
  desk.listen(() => [])
  const thread = await desk.open('Hoi')
  await desk.say('@schatkamer reply Dag!', { thread })
  const page = await see(desk, `/desk/in/ochtendblad/${thread}`)
  expect(page).toContain('>opdracht</span>')
  expect(page).not.toContain('>blijft binnen</span>')
  await desk.say('Wie weet dit?', { thread })
  expect(await see(desk, `/desk/in/ochtendblad/${thread}`)).toContain('>blijft binnen</span>')
})

test('an offer to take a reply back goes when its line in the thread offers that no more', async () => {
  const desk = await playground()
  const undo = [{ action: 'undo', value: '7', label: 'Terugnemen' }]
  const about = { conversation: 12, draft: 7 }
  desk.listen(() => [{ ...note('Gaat over 10 seconden uit.'), buttons: undo, about }])
  const thread = await desk.open('Hoi')
  const line = { kind: 'reply' as const, text: 'Curator Deventer antwoordt', buttons: undo, about }
  const posted = await desk.chat.post('ochtendblad', thread, line, 'k2')
  await desk.say('@schatkamer reply Dag!', { thread })
  await desk.say('/reply 12 Dag!')
  const offers = async () => (await see(desk, `/desk/in/ochtendblad/${thread}`)).match(/Gaat over 10/g)?.length ?? 0
  expect(await offers()).toBe(2)
  const { buttons: _, ...out } = line
  await desk.chat.revise('ochtendblad', 'id' in posted ? posted.id : '', out, 'k3')
  expect(await offers()).toBe(0)
})

test('a card counts what the public wrote and reads, nothing that stays inside', async () => {
  const desk = await playground()
  desk.listen(() => [])
  const thread = await desk.open('Hoi')
  const add = (content: Partial<Content>, key: string) =>
    desk.chat.post('ochtendblad', thread, { ...note(''), ...content }, key)
  await add({ kind: 'notice', text: 'Opgepakt' }, 'k2')
  await add({ kind: 'reply', text: 'In de wacht', about: { draft: 7 } }, 'k3')
  await desk.say('Wie weet dit?', { thread })
  expect(await see(desk, '/desk/in/ochtendblad')).not.toContain('class="replies"')
  await add({ kind: 'reply', text: 'Uit', link: { label: 'Bekijk op X', url: '/audience/messages/x-1' } }, 'k4')
  await add({ ...card('Dank!'), kind: 'message', text: '' }, 'k5')
  expect(await see(desk, '/desk/in/ochtendblad')).toContain('<span class="replies">3 berichten</span>')
})

test('an image goes with a message by its address and its description, never by one of the two', async () => {
  const desk = await playground()
  const station = desk.listen(() => [])
  const thread = await desk.open('Hoi')
  expect(await see(desk, `/desk/in/ochtendblad/${thread}`)).toContain('name="image-url"')
  const said = { channel: 'ochtendblad', thread, text: 'Deze kaft?' }
  const image = { 'image-url': 'https://example.org/kaft.jpg', 'image-alt': 'Een blauwe kaft' }
  const answer = async (more: object) => (await submit(desk, '/desk/page/say', { ...said, ...more })).status
  expect(await answer({ ...image, 'image-alt': ' ' })).toBe(400)
  expect(await answer({ ...image, 'image-url': '' })).toBe(400)
  expect(await answer({ ...image, 'image-url': 'javascript:alert(1)' })).toBe(400)
  expect(await answer(image)).toBe(204)
  expect(await answer({ 'image-url': '', 'image-alt': '' })).toBe(204)
  await desk.say('/inbox')
  const told = station.stored.map((it) => 'attachments' in it && it.attachments)
  expect(told).toEqual([[{ kind: 'image', url: 'https://example.org/kaft.jpg', alt: 'Een blauwe kaft' }], [], false])
})

test('a fault is told in the language of the person who sits there', async () => {
  const desk = await playground()
  const form = { channel: 'weg', text: 'Hoi' }
  const message = async (as: string) =>
    ((await (await submit(desk, '/desk/page/say', form, as)).json()) as { message: string }).message
  expect(await message('researcher')).toBe('There is no channel “weg”.')
  expect(await message('curator-delft')).toBe('Een kanaal “weg” is er niet.')
})

type Desk = Awaited<ReturnType<typeof playground>>

const see = async (desk: Desk, path: string, as = 'curator-deventer'): Promise<string> =>
  (await desk.request('GET', path, undefined, { cookie: `desk_member=${as}` })).text()

const submit = (desk: Desk, path: string, form: Record<string, string>, as = 'curator-deventer'): Promise<Response> =>
  desk.request('POST', path, new URLSearchParams(form).toString(), {
    cookie: `desk_member=${as}`,
    'content-type': 'application/x-www-form-urlencoded',
    'accept-language': as === 'researcher' ? 'nl' : 'en',
  })

async function post(desk: Desk, path: string, form: Record<string, string>, as?: string): Promise<void> {
  expect((await submit(desk, path, form, as)).status).toBe(204)
}
