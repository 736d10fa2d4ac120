import { describe, expect, it } from 'vitest'
import { attempts, fault, HOLD, onAir, reply } from './playground.ts'

/** A reply that is about to leave when the hold is over. */
async function answered(arranged: object) {
  const station = await onAir()
  await station.writes('lezer1', 'Wie schreef De uitvreter?')
  const thread = await station.threadWith('De uitvreter')
  await reply(station, 'curator-deventer', thread, 'Dat was Nescio.')
  await fault(station, 'sandbox', { network: 'x', ...arranged })
  station.clock.advance(HOLD)
  const done = () =>
    station.comes('the reply shown as sent', 500, async () =>
      (await station.threads()).find((it) => it.id === thread.id && it.messages.some(({ text }) => text[0] === '✓')),
    )
  return { station, done }
}

describe('1. the network takes a reply and the line drops', () => {
  it('posts once, looks it up and shows it as sent', async () => {
    const { station, done } = await answered({ kind: 'drop-after-accept' })
    await done()
    expect(await station.posts()).toHaveLength(1)
    expect(attempts(station.folder)).toEqual([1])
  })

  it('waits for one that shows itself later, and does not send it again meanwhile', async () => {
    const { station, done } = await answered({ kind: 'late-visible' })
    await done()
    expect(await station.posts()).toHaveLength(1)
    expect(attempts(station.folder)).toEqual([1])
  })

  it('sends again only what the network says, after its window, never came', async () => {
    const { station, done } = await answered({ kind: 'drop-before' })
    await done()
    expect(await station.posts()).toHaveLength(1)
    expect(attempts(station.folder)).toEqual([2])
  })

  it('takes a 500 for what it is, an answer that says nothing, and looks it up', async () => {
    const { station, done } = await answered({ kind: '500' })
    await done()
    expect(await station.posts()).toHaveLength(1)
  })

  it('says meanwhile that it may be out, and takes it back as soon as it is found where that is wanted', async () => {
    const { station } = await answered({ kind: 'drop-after-accept' })
    await fault(station, 'sandbox', { network: 'x', kind: '500', on: 'reads', times: 3 })
    const thread = await station.threadWith('Misschien uitgegaan')
    await station.types('curator-deventer', { channel: thread.channel }, `/retract ${thread.conversation}`)
    await station.comes('the reply taken back', 500, async () =>
      (await station.threads()).find((it) => it.messages.some(({ text }) => text.startsWith('Teruggehaald'))),
    )
    expect(await station.posts()).toEqual([])
    expect(attempts(station.folder)).toEqual([1])
  })
})

describe('3. the chat drops the line', () => {
  it.each(['500', 'drop-after-accept', 'drop-before'])('opens one thread for one reader after %s', async (kind) => {
    const station = await onAir()
    await fault(station, 'desk', { kind })
    await station.writes('lezer1', 'Hebben jullie Max Havelaar?')
    await station.comes('the thread', 500, async () => (await station.threads()).find((it) => it.author === 'lezer1'))
    for (let look = 0; look < 10; look++) {
      station.clock.advance(1_000)
      await station.settled()
    }
    expect((await station.threads()).filter((it) => it.author === 'lezer1')).toHaveLength(1)
  })
})
