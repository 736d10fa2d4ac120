import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'

test('as a process of its own it is played over its control calls, and ends when it is told to', async () => {
  const path = resolve(import.meta.dirname, 'process.ts')
  const env = { ...process.env, PORT: '0', YOUTUBE_QUOTA: 'off', YOUTUBE_REFRESH_TOKEN: '1//another' }
  const child = spawn(process.execPath, ['--import', 'tsx', path], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const url = line.replace('youtube: ', '')
  const control = async (name: string, ...args: unknown[]) => {
    const answer = await fetch(`${url}/_control/${name}`, { method: 'POST', body: JSON.stringify(args) })
    return { status: answer.status, ...((await answer.json()) as { value?: unknown; error?: string }) }
  }
  const { value } = await control('comments', 'lezer', 'Vraag')
  expect(value).toMatchObject({ text: 'Vraag', parent: null })
  expect(await control('about')).toMatchObject({ value: { handle: '@schatkamer', refreshToken: '1//another' } })
  expect(await control('all')).toMatchObject({ value: [value] })
  expect(await control('edits', 'nobody', 'x')).toMatchObject({ status: 400 })
  expect(await control('nothing')).toMatchObject({ status: 404 })
  child.kill('SIGTERM')
  expect((await once(child, 'exit'))[0]).toBe(0)
})
