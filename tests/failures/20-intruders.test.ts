import { request } from 'node:http'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { ManualClock } from '../support/clock.ts'
import { MONDAY_MORNING, type OnAir } from '../support/on-air.ts'
import { deskBeside } from './beside.ts'
import { HOLD, onAir, smallStation } from './playground.ts'

interface Answered {
  status: number
  body: string
}

/** A request as somebody forges it: every header as given. */
function forged(station: OnAir, method: string, path: string, headers: object, body: object): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const url = new URL(station.address + path)
    const sent = request(url, { method, headers: { 'content-type': 'application/json', ...headers } }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }))
    })
    sent.on('error', reject)
    sent.end(method === 'GET' ? undefined : JSON.stringify(body))
  })
}

const FORGERIES = {
  'from a page of another site': { origin: 'https://evil.example' },
  'from a page in a frame without a name': { origin: 'null' },
  'under another name': { host: 'evil.example' },
  'passed on for somebody': { 'x-forwarded-for': '203.0.113.7' },
  'passed on by a proxy': { forwarded: 'for=203.0.113.7' },
}

describe('20. a forged request', () => {
  it.each(Object.entries(FORGERIES))(
    'is refused %s: nothing is said, pressed, arranged or shown',
    async (_how, headers) => {
      const station = await onAir()
      await station.writes('lezer1', 'Wie schreef Titaantjes?')
      const thread = await station.threadWith('Titaantjes')
      const calls: [string, string, object][] = [
        ['POST', '/desk/messages', { as: 'curator-deventer', channel: thread.channel, text: `/reply 1 Vals.` }],
        ['POST', '/desk/actions', { as: 'curator-deventer', message: thread.id, action: 'claim', value: '1' }],
        ['POST', '/desk/faults', { kind: '500' }],
        ['GET', `/desk/channels/${thread.channel}/threads`, {}],
        ['GET', '/desk/station/events?wait=0', {}],
        ['POST', '/sandbox/messages', { network: 'x', author: 'vals', text: 'Vals', kind: 'mention' }],
        ['POST', '/sandbox/faults', { kind: '500' }],
        ['POST', '/sandbox/station/publish', { network: 'x' }],
        ['POST', '/admin/restore', {}],
      ]
      for (const [method, path, body] of calls) {
        const { status, body: said } = await forged(station, method, path, headers, body)
        // What the station and a stand-in say to one another is behind no door at all.
        expect([path, status]).toEqual([path, path.includes('/station/') ? 404 : 403])
        expect(said).not.toContain('Titaantjes')
      }
      station.clock.advance(HOLD)
      await station.settled()
      expect(await station.posts()).toEqual([])
      expect((await station.threads()).map((it) => it.messages.length)).toEqual([1])
    },
  )
})

describe('20. a curator who was taken out of the team', () => {
  it('is refused at once after the restart, also with a Send that was offered before', async () => {
    const station = await onAir()
    await station.writes('lezer1', 'Wie schreef Titaantjes?')
    const thread = await station.threadWith('Titaantjes')
    const [asked] = await station.types('curator-delft', thread, 'Dat was Nescio.')
    await station.stop()
    smallStation(station.folder, { members: ['curator-deventer'] })
    await station.start()
    await expect(station.presses('curator-delft', thread.id, asked!.buttons![0]!)).rejects.toThrow(/40[0-9]/)
    await expect(station.types('curator-delft', thread, '@schatkamer reply 1 Nescio.')).rejects.toThrow(/40[0-9]/)
    station.clock.advance(HOLD)
    await station.settled()
    expect(await station.posts()).toEqual([])
  })

  it('is refused, and it is logged, where Send was pressed while the station was off the air', async () => {
    const lines: string[] = []
    const clock = new ManualClock(MONDAY_MORNING)
    const deskUrl = await deskBeside(clock)
    const log = pino({ level: 'info' }, { write: (line) => lines.push(line) })
    const station = await onAir({}, { clock, deskUrl, log })
    await station.writes('lezer1', 'Wie schreef Titaantjes?')
    const thread = await station.threadWith('Titaantjes')
    const [asked] = await station.types('curator-delft', thread, 'Dat was Nescio.')
    const send = asked!.buttons![0]!
    await station.stop()
    const pressed = fetch(`${deskUrl}/desk/actions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: 'curator-delft', message: thread.id, action: 'send', value: send.value, form: {} }),
    })
    smallStation(station.folder, { members: ['curator-deventer'] })
    await station.start()
    const answer = (await (await pressed).json()) as { private: { about?: { code?: string } }[] }
    expect(answer.private[0]?.about?.code).toBe('unknown-member')
    station.clock.advance(HOLD)
    await station.settled()
    expect(await station.posts()).toEqual([])
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ msg: 'refused', by: 'curator-delft', code: 'unknown-member' }),
    )
  })
})
