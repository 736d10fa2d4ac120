import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { remoteFacebook } from './remote.ts'

test('as a process of its own it is played from outside, and ends well', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'process.ts')], {
    env: { ...process.env, PORT: '0', FACEBOOK_PAGE_TOKEN: 'EAAother' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const facebook = remoteFacebook(/http:\S+/.exec(said.toString())?.[0] ?? '')
  const { id } = await facebook.byHand('Dag')
  const comment = await facebook.comments(id, 'Lezer Een', 'Dag terug')
  expect(await facebook.under(id)).toEqual([comment])
  expect(await facebook.about()).toMatchObject({ pageToken: 'EAAother' })
  await expect(facebook.deletes('nothing')).rejects.toThrow('there is nothing nothing')
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})
