import { describe, expect, it } from 'vitest'
import type { OnAir, Private, Thread } from '../support/on-air.ts'
import { fault, HOLD, onAir, pressable, reply } from './playground.ts'

async function question(station: OnAir): Promise<Thread> {
  await station.writes('lezer1', 'Mag ik twee boeken verlengen?')
  return station.threadWith('verlengen')
}

/** What is asked of somebody who typed in a thread, and the Send under it. */
async function asked(station: OnAir, as: string, thread: Thread, text: string) {
  const [question] = await station.types(as, thread, text)
  const send = question?.buttons?.find((it) => it.action === 'send')
  if (!send) throw new Error('nothing was asked')
  return send
}

const codes = (answers: Private[][]) => answers.flat().map((it) => it.about?.code)

describe('6. two curators press Send at the same moment', () => {
  it('lets one go out, and tells the other who was first', async () => {
    const station = await onAir()
    const thread = await question(station)
    const one = await asked(station, 'curator-deventer', thread, 'Ja, in de app.')
    const other = await asked(station, 'curator-delft', thread, 'Ja, aan de balie.')
    const answers = await Promise.all([
      station.presses('curator-deventer', thread.id, one),
      station.presses('curator-delft', thread.id, other),
    ])
    expect(codes(answers)).toEqual(['claimed-by'])
    expect(answers.flat()[0]?.text).toMatch(/^curator-(deventer|delft) heeft #\d+ opgepakt/)
    station.clock.advance(HOLD)
    await station.postWith('Ja, ')
    await station.settled()
    expect(await station.posts()).toHaveLength(1)
  })

  it('lets one go out where both send the reply that was stopped', async () => {
    const station = await onAir()
    const thread = await question(station)
    await reply(station, 'curator-deventer', thread, 'Ja, dat kan.')
    await station.writes('lezer1', 'Het zijn er drie.', { inReplyTo: thread.messages[0]?.external })
    const stopped = await station.thread(thread.id, (it) => it.messages.some(({ text }) => text.startsWith('Gestopt')))
    const { line, button } = pressable(stopped, 'send')
    await Promise.all([
      station.presses('curator-deventer', line.id, button),
      station.presses('curator-delft', line.id, button),
    ])
    station.clock.advance(HOLD)
    await station.postWith('Ja, dat kan')
    await station.settled()
    expect(await station.posts()).toHaveLength(1)
  })
})

describe('7. a double click, and a form that is out of date', () => {
  it('sends once what was sent twice, and says so', async () => {
    const station = await onAir()
    const thread = await question(station)
    const send = await asked(station, 'curator-deventer', thread, 'Ja, in de app.')
    const answers = await Promise.all([1, 2, 3].map(() => station.presses('curator-deventer', thread.id, send)))
    expect(codes(answers)).toEqual(['draft-settled', 'draft-settled'])
    station.clock.advance(HOLD)
    await station.postWith('in de app')
    await station.presses('curator-deventer', thread.id, send)
    station.clock.advance(HOLD)
    await station.settled()
    expect(await station.posts()).toHaveLength(1)
  })

  it('asks once more, with the news, what was written in a form while the reader wrote', async () => {
    const station = await onAir()
    const thread = await question(station)
    const { line, button } = pressable(thread, 'reply')
    const opened = String(station.clock.now())
    station.clock.advance(1)
    await station.writes('lezer1', 'Laat maar, het is gelukt.', { inReplyTo: thread.messages[0]?.external })
    await station.threadWith('het is gelukt')
    const [told] = await station.presses('curator-deventer', line.id, button, { text: 'Ja, in de app.', opened })
    expect(told?.text).toContain('Nog niet verstuurd')
    station.clock.advance(HOLD)
    await station.settled()
    expect(await station.posts()).toEqual([])
  })

  it('refuses Send for the one who pressed before seeing what the reader added, until it was seen', async () => {
    const station = await onAir()
    const thread = await question(station)
    const send = await asked(station, 'curator-deventer', thread, 'Ja, in de app.')
    await station.writes('lezer1', 'En kan dat ook telefonisch?', { inReplyTo: thread.messages[0]?.external })
    await station.threadWith('telefonisch')
    const [told] = await station.presses('curator-deventer', thread.id, send)
    const anyway = told?.buttons?.find((it) => it.action === 'send')
    expect(anyway?.value).not.toBe(send.value)
    station.clock.advance(HOLD)
    await station.settled()
    expect(await station.posts()).toEqual([])
    await station.presses('curator-deventer', thread.id, anyway!)
    station.clock.advance(HOLD)
    await station.postWith('in de app')
  })
})

describe('4. the chat gives an event out again', () => {
  it('acts once on what comes again because the acknowledgement was lost', async () => {
    const station = await onAir()
    const thread = await question(station)
    await fault(station, 'desk', { kind: 'drop-before', on: 'reads', times: 6 })
    const typed = reply(station, 'curator-deventer', thread, 'Ja, in de app.')
    await station.comes('the reply in public', 1_000, async () => (await station.posts())[0])
    await typed
    await station.settled()
    expect(await station.posts()).toHaveLength(1)
  })
})
