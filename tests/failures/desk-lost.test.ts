import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { onAir } from './playground.ts'

it('shows a conversation again whose thread the desk has lost, when its reader writes on', async () => {
  const station = await onAir()
  const first = await station.writes('lezer1', 'Welke zin was dat?')
  const before = await station.threadWith('Welke zin was dat?')
  await station.settled()
  await station.stop()
  for (const end of ['', '-wal', '-shm']) rmSync(join(station.folder, `station.desk.db${end}`), { force: true })
  await station.start()
  expect(await station.threads()).toEqual([])
  await station.writes('lezer1', 'Van welk boek?', { inReplyTo: first })
  const thread = await station.threadWith('Van welk boek?')
  expect(thread.conversation).toBe(before.conversation)
  expect(thread.messages.map((it) => it.text)).toEqual([
    expect.stringContaining('Welke zin was dat?'),
    expect.stringContaining('Van welk boek?'),
  ])
  await station.settled()
  expect((await station.threads()).filter((it) => it.conversation === before.conversation)).toHaveLength(1)
})
