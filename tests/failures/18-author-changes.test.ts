import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import type { OnAir } from '../support/on-air.ts'
import { HOLD, onAir, pressable, reply } from './playground.ts'

const FILES = ['station.db', 'station.sandbox.db', 'station.desk.db']

/** Which of the database files still have a word in their bytes, once all that is settled has left the log. */
function filesWith(folder: string, word: string): string[] {
  return FILES.filter((name) => {
    const file = join(folder, name)
    const sqlite = new Database(file)
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
    sqlite.close()
    return [file, `${file}-wal`].some((part) => bytesOf(part).toLowerCase().includes(word))
  })
}

function bytesOf(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}

const shows = (station: OnAir, id: string, text: string) =>
  station.thread(id, (it) => it.messages.some((message) => message.text.includes(text)))

describe('18. the author changes or deletes a message while it is being answered', () => {
  it.each([
    ['edits', 'veranderde'],
    ['deletes', 'haalde het bericht'],
  ])('stops what is in the hold when the author %s, warns its writer, and sends nothing', async (how, word) => {
    const station = await onAir()
    const id = await station.writes('lezer1', 'Hebben jullie De avonden?')
    const thread = await station.threadWith('De avonden')
    await reply(station, 'curator-deventer', thread, 'Ja, twee keer.')
    if (how === 'edits')
      await station.call('PATCH', `/sandbox/messages/${id}`, { text: 'Hebben jullie Nooit meer slapen?' })
    else await station.call('DELETE', `/sandbox/messages/${id}`)
    await shows(station, thread.id, 'Je antwoord is gestopt')
    const stopped = await shows(station, thread.id, word)
    station.clock.advance(HOLD * 2)
    await station.settled()
    expect(await station.posts()).toEqual([])
    const { line, button } = pressable(stopped, 'send')
    const [told] = await station.presses('curator-deventer', line.id, button)
    if (how === 'deletes') {
      expect(told?.about?.code).toBe('message-deleted')
      station.clock.advance(HOLD)
      await station.settled()
      expect(await station.posts()).toEqual([])
    } else {
      station.clock.advance(HOLD)
      await station.postWith('twee keer')
    }
  })

  it('does not send again, unseen, what the line lost while the author changed the message', async () => {
    const station = await onAir()
    const id = await station.writes('lezer1', 'Hebben jullie De avonden?')
    const thread = await station.threadWith('De avonden')
    await station.call('POST', '/sandbox/faults', { network: 'x', kind: 'drop-before' })
    await reply(station, 'curator-deventer', thread, 'Ja, twee keer.')
    station.clock.advance(HOLD)
    await shows(station, thread.id, 'Misschien uitgegaan')
    await station.call('PATCH', `/sandbox/messages/${id}`, { text: 'Hebben jullie Nooit meer slapen?' })
    await shows(station, thread.id, 'Nooit meer slapen')
    await station.comes('stopped', 500, async () =>
      (await station.threads()).find((it) => it.messages.some(({ text }) => text.startsWith('Gestopt'))),
    )
    await station.settled()
    expect(await station.posts()).toEqual([])
  })

  it('warns whoever was asked and has not pressed Send, and does not let that Send through unseen', async () => {
    const station = await onAir()
    const id = await station.writes('lezer1', 'Hebben jullie De avonden?')
    const thread = await station.threadWith('De avonden')
    const [asked] = await station.types('curator-deventer', thread, 'Ja, twee keer.')
    await station.call('PATCH', `/sandbox/messages/${id}`, { text: 'Hebben jullie Nooit meer slapen?' })
    await shows(station, thread.id, 'nog op Versturen wacht')
    const [told] = await station.presses('curator-deventer', thread.id, asked!.buttons![0]!)
    expect(told?.text).toContain('Nog niet verstuurd')
    station.clock.advance(HOLD)
    await station.settled()
    expect(await station.posts()).toEqual([])
  })

  it('keeps nothing of a deleted text, or of the one before an edit: not in a thread, a file or the log', async () => {
    const lines: string[] = []
    const station = await onAir({}, { log: pino({ level: 'trace' }, { write: (line) => lines.push(line) }) })
    const id = await station.writes('lezer1', 'Mijn geheim is zqxwvaerosol, help')
    const thread = await station.threadWith('zqxwvaerosol')
    await station.writes('lezer1', 'En mijn adres is zqxwvboulevard', { inReplyTo: id })
    const later = await shows(station, thread.id, 'zqxwvboulevard')
    await station.types('curator-deventer', thread, 'Dat zoeken we uit.')
    await reply(station, 'curator-delft', thread, 'We kijken het na.')
    await station.settled()
    expect(filesWith(station.folder, 'zqxwvaerosol')).toEqual(FILES)

    await station.call('PATCH', `/sandbox/messages/${id}`, { text: 'Mijn vraag is zqxwvcamembert' })
    await shows(station, thread.id, 'zqxwvcamembert')
    await station.call('DELETE', `/sandbox/messages/${id}`)
    const second = later.messages.find(({ text }) => text.includes('zqxwvboulevard'))
    await station.call('DELETE', `/sandbox/messages/${second?.external}`)
    const gone = await station.thread(thread.id, (it) => it.messages.filter(({ deleted }) => deleted).length === 2)
    expect(JSON.stringify(gone)).not.toContain('zqxwv')
    await station.settled()
    const [found] = await station.types('curator-deventer', { channel: thread.channel }, '/find zqxwvcamembert')
    expect(JSON.stringify(found)).not.toContain('Mijn vraag')
    for (const rest of ['aerosol', 'boulevard', 'camembert']) {
      if (rest !== 'camembert') expect([rest, filesWith(station.folder, rest)]).toEqual([rest, []])
      expect(lines.filter((line) => line.includes(rest) && !line.includes('/find'))).toEqual([])
    }
  })
})
