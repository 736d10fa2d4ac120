import { expect, it } from 'vitest'
import { alarms, HOLD, onAir, reply } from './playground.ts'

const HOSTILE =
  '<!channel> <@U1> <https://evil|bank.nl> @curator-delft <img src=x onerror="alert(1)"> <script>alert(2)</script>'

it('8. keeps what the public writes inert: nobody is called, nothing is markup, on no page', async () => {
  const station = await onAir()
  await station.writes('lezer\u202Egnp.exe\u200B', `${HOSTILE}\u202E omgekeerd`)
  const thread = await station.threadWith('<!channel>')
  expect(thread.author).toBe('lezergnp.exe')
  expect(JSON.stringify(thread.messages)).not.toContain('mentions')
  expect(await alarms(station)).toEqual([])
  for (const path of [`/desk?as=curator-deventer&channel=${thread.channel}`, '/audience?network=x']) {
    const response = await fetch(station.address + path)
    const page = await response.text()
    expect([path, response.status]).toEqual([path, 200])
    expect(page).not.toMatch(/<img src=x|<script>alert|<!channel>|<https:/)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
})

it('8. takes forty thousand characters and a megabyte, shows them visibly cut with a link to the whole', async () => {
  const station = await onAir()
  for (const [author, length] of [
    ['lang', 40_000],
    ['langer', 1_000_000],
  ] as const) {
    await station.writes(author, `begin van ${author} ${'woord '.repeat(length / 6)}`)
    const thread = await station.threadWith(`begin van ${author}`)
    const [card] = thread.messages
    expect(card?.text.length).toBeLessThan(length / 2)
    expect(JSON.stringify(card)).toContain('https://')
  }
})

it('8. sends hostile words of a curator as they are, and shows them as text', async () => {
  const station = await onAir()
  await station.writes('lezer1', 'Hoe schrijf je een script?')
  const thread = await station.threadWith('een script')
  await reply(station, 'curator-deventer', thread, 'Zo: <script>alert(1)</script> & klaar.')
  station.clock.advance(HOLD)
  expect((await station.postWith('klaar')).text).toBe('Zo: <script>alert(1)</script> & klaar.')
  const page = await (await fetch(`${station.address}/audience?network=x`)).text()
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; klaar')
})
