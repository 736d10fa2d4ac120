import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { xControl } from './client.ts'
import type { Post } from './types.ts'

async function started(env: Record<string, string>) {
  const file = resolve(import.meta.dirname, 'process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', file], { env: { ...process.env, PORT: '0', ...env } })
  onTestFinished(() => void child.kill('SIGTERM'))
  const url = await new Promise<string>((found, failed) => {
    child.stdout.on('data', (data) => found(/http:\S+/.exec(String(data))?.[0] ?? ''))
    child.once('exit', (code) => failed(new Error(`ended with ${code}`)))
  })
  return { url, control: xControl(url) }
}

test('a run from outside plays the public, switches and looks', async () => {
  const { url, control } = await started({ X_API_KEY: 'key-of-the-run', X_USERNAME: 'kamer' })
  expect(await control('about')).toMatchObject({ appKey: 'key-of-the-run', me: { username: 'kamer' } })
  const { id } = await control<Post>('writes', 'lezer', '@kamer ?')
  await control('edits', id, '@kamer ??')
  expect(await control<Post>('post', id)).toMatchObject({ text: '@kamer ?' })
  expect(
    await control<string[]>('writesMany', [
      ['een', '@kamer 1'],
      ['twee', '@kamer 2'],
    ]),
  ).toHaveLength(2)
  await control('fault', { kind: 'status', status: 503, when: 'before', times: 1 })
  expect((await fetch(`${url}/2/users/me`)).status).toBe(503)
  expect((await fetch(`${url}/2/users/me`)).status).toBe(401)
  expect(await control('requests', 1)).toMatchObject([{ endpoint: 'GET /2/users/me', status: 401, fault: null }])
  expect([await control('overruns'), await control('doubled'), await control('violations')]).toEqual([{}, [], []])
  await expect(control('edits', '99', 'nee')).rejects.toThrow('no post 99')
  await expect(control('dances')).rejects.toThrow('no control dances')
})
