import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OnAir } from '../support/on-air.ts'

const CHANNEL = { channel: 'ochtendblad' }

/** A conversation of two messages that stands in a second channel now; with what was said, and both its threads. */
async function moved(station: OnAir) {
  const first = await station.writes('lezer1', 'Mijn geheim is een vuurtoren.')
  const old = await station.threadWith('vuurtoren')
  const second = await station.writes('lezer1', 'En nog een geheim: een walvis.', { inReplyTo: first })
  await station.threadWith('walvis')
  await station.types('curator-deventer', CHANNEL, `/move ${old.conversation} Boek Kwijt`)
  const present = await station.eventually('a thread in the other channel', async () =>
    (await station.threads()).find((it) => it.channel === 'boek-kwijt' && JSON.stringify(it).includes('walvis')),
  )
  await station.thread(old.id, (it) => it.state === 'quiet')
  return { said: [first, second], old, present }
}

describe('after a move', () => {
  it('takes a deleted text away from the old thread as well as from the new one', async () => {
    const station = await OnAir.at()
    const { said, old, present } = await moved(station)
    for (const id of said) await station.call('DELETE', `/sandbox/messages/${id}`)
    for (const { id } of [old, present])
      await station.thread(id, (it) => !/vuurtoren|walvis/.test(JSON.stringify(it.messages)))
  })

  it('offers no buttons in the old thread, and tells whoever types there where the conversation goes on', async () => {
    const station = await OnAir.at()
    const { old, present } = await moved(station)
    const left = await station.thread(old.id, (it) => it.label === 'verplaatst')
    expect(left.messages[0]?.buttons ?? []).toEqual([])
    const told = await station.types('curator-deventer', old, 'Wat was de kleur van de kaft?')
    expect(told.map((it) => it.text)).toEqual([
      `Gesprek #${old.conversation} gaat verder in #boek-kwijt. Wat je hier schrijft gaat niet naar de lezer.`,
    ])
    await station.types('curator-deventer', old, '@schatkamer claim')
    await station.thread(present.id, (it) => it.state === 'busy')
    const [asked] = await station.types('curator-deventer', present, 'Wat was de kleur van de kaft?')
    expect(asked?.buttons?.map((it) => it.action)).toEqual(['send', 'keep'])
  })
})

describe('a private answer', () => {
  it('loses what a reader deletes: it is nowhere on the desk, nor in the bytes of its file', async () => {
    const station = await OnAir.at()
    const id = await station.writes('lezer1', 'Mijn geheim is een vuurtoren.')
    const thread = await station.threadWith('vuurtoren')
    const number = thread.conversation
    for (const command of ['/find geheim', `/conversation ${number}`, `/conversation ${number} history`])
      expect(JSON.stringify(await station.types('curator-delft', CHANNEL, command))).toContain('vuurtoren')
    const [waiting] = await station.types('curator-deventer', thread, 'Welke kleur?')
    expect(await firstEvents(station, 'curator-delft')).toContain('vuurtoren')

    await station.call('DELETE', `/sandbox/messages/${id}`)
    await station.thread(thread.id, (it) => !JSON.stringify(it).includes('vuurtoren'))
    expect(await firstEvents(station, 'curator-delft')).not.toContain('vuurtoren')
    expect(await firstEvents(station, 'curator-deventer')).toContain(waiting?.text)
    await station.stop()
    const files = readdirSync(station.folder).filter((name) => name.includes('desk'))
    expect(files).not.toEqual([])
    for (const file of files) expect(readFileSync(join(station.folder, file)).includes('vuurtoren'), file).toBe(false)
  })
})

/** What a page of this person is told when it connects, up to an event that the test causes itself. */
async function firstEvents(station: OnAir, as: string): Promise<string> {
  const gone = new AbortController()
  const response = await fetch(`${station.address}/desk/events?as=${as}`, { signal: gone.signal })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let heard = (await reader.read()).value ?? ''
  await station.types(as, CHANNEL, '/find eindevandelijst')
  while (!heard.includes('eindevandelijst')) heard += (await reader.read()).value ?? ''
  gone.abort()
  return heard
}
