import { expect, it } from 'vitest'
import type { OnAir } from '../support/on-air.ts'
import { alarms, HOLD, onAir, reply } from './playground.ts'

const HOSTILE =
  '<!channel> <@U1> <https://evil|bank.nl> @curator-delft <img src=x onerror="alert(1)"> <script>alert(2)</script>'

/** A page of the station as a curator's browser gets it. */
async function seen(station: OnAir, path: string): Promise<{ page: string; policy: string | null }> {
  const response = await fetch(station.address + path, { headers: { cookie: 'desk_member=curator-deventer' } })
  expect([path, response.status]).toEqual([path, 200])
  return { page: await response.text(), policy: response.headers.get('content-security-policy') }
}

it('8. keeps what the public writes inert: nobody is called, nothing is markup, on no page', async () => {
  const station = await onAir()
  await station.writes('lezer\u202Egnp.exe\u200B', `${HOSTILE}\u202E omgekeerd`)
  const thread = await station.threadWith('<!channel>')
  expect(thread.author).toBe('lezergnp.exe')
  expect(JSON.stringify(thread.messages)).not.toContain('mentions')
  expect(await alarms(station)).toEqual([])
  for (const path of [`/desk/in/${thread.channel}`, `/desk/in/${thread.channel}/${thread.id}`, '/audience?network=x']) {
    const { page, policy } = await seen(station, path)
    expect(page).toContain('&lt;script&gt;alert(2)')
    expect(page).not.toMatch(/<img src=x|<script>alert|<!channel>|<https:/)
    expect(page).not.toContain('class="mention')
    expect(policy).toContain("default-src 'none'")
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
    const { page } = await seen(station, `/desk/in/${thread.channel}/${thread.id}`)
    expect(page.split('woord').length).toBeLessThan(500)
    const whole = /href="(\/desk\/page\/text\/[^"]+)"/.exec(page)?.[1]
    expect((await seen(station, whole ?? '/desk')).page.split('woord').length).toBeGreaterThan(length / 6)
    expect(/class="outside" href="[^"]+\/messages\/x-/.test(page)).toBe(true)
  }
})

it('8. sends hostile words of a curator as they are, and shows them as text', async () => {
  const station = await onAir()
  await station.writes('lezer1', 'Hoe schrijf je een script?')
  const thread = await station.threadWith('een script')
  await reply(station, 'curator-deventer', thread, 'Zo: <script>alert(1)</script> & klaar.')
  station.clock.advance(HOLD)
  expect((await station.postWith('klaar')).text).toBe('Zo: <script>alert(1)</script> & klaar.')
  const { page } = await seen(station, '/audience?network=x')
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; klaar')
})
