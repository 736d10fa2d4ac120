import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { format } from 'node:util'
import { expect, test, vi } from 'vitest'
import { openGraph } from '../../../src/networks/facebook/graph.ts'
import { draft, never, sourceOf, usePlayground } from './playground.ts'

const on = usePlayground()
const fromFb = createRequire(createRequire(import.meta.url).resolve('fb'))

test('beneath fb lies the maintained fork of request', () => {
  expect(fromFb('request/package.json')).toMatchObject({ name: '@cypress/request' })
})

test('every call names the version and carries the proof of the app secret', async () => {
  await on.network.publish(draft('Dag'), 'key')
  await on.network.probe?.(never)
  expect(on.facebook.journal.asked.length).toBeGreaterThan(2)
  expect(on.facebook.journal.violations).toEqual([])
  expect(new Set(on.proxy.asked)).toEqual(new Set(['graph.facebook.com']))
})

test('neither fb nor request speaks, whatever the environment asks of them', () => {
  expect(fromFb('request').debug).toBe(false)
  expect(fromFb('debug').enabled('fb:req')).toBe(false)
})

test.each([
  [{ kind: 'error', code: 190 }],
  [{ kind: 'error', code: 1 }],
  [{ kind: 'drop', when: 'before' }],
  [{ kind: 'status', status: 500, when: 'before' }],
  [{ kind: 'html', when: 'before' }],
  [{ kind: 'true', when: 'before' }],
] as const)('after %o no line, outcome or error holds a secret of ours', async (fault) => {
  const spoken = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  on.facebook.faults.add(fault)
  const told: unknown[] = [
    await on.network.publish(draft('Dag'), 'key'),
    await on.network.find?.(draft('Dag'), 'key', 0),
    await on.network.probe?.(never),
    await sourceOf(on.network, 'comments')
      .fetch(null, never)
      .catch((error: unknown) => error),
    await on.network.recheck?.look([{ id: '1_2', threadKey: '1_2', kind: 'comment' }], never).catch((error) => error),
    ...on.lines,
    ...spoken.mock.calls,
  ]
  spoken.mockRestore()
  const said = format('%O', told)
  for (const secret of on.secrets()) expect(said).not.toContain(secret)
})

test('a sentence of Graph that quotes the token goes no further', async () => {
  on.facebook.tokens.page.state = 'revoked'
  const wrong = on.as({ pageToken: 'EAAmalformed' })
  expect(JSON.stringify(await wrong.publish(draft('Dag'), 'key'))).not.toContain('EAAmalformed')
})

test('an answer that never comes ends in time, and may have arrived', async () => {
  on.facebook.faults.add({ kind: 'silent', when: 'after', method: 'POST' })
  const graph = openGraph(on.settings, on.surroundings.way, 300)
  expect(await graph.post('me/messages', { message: 'x' })).toEqual({ kind: 'lost', reason: 'timeout' })
})

test('a proxy that never opens the tunnel does not hold us up', async () => {
  const silent = createServer().on('connect', () => {})
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { agent } = on.surroundings.way('graph.facebook.com')
  const proxy = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
  const graph = openGraph(on.settings, () => ({ agent, proxy }), 300)
  expect(await graph.get('me', {})).toMatchObject({ kind: 'lost', reason: 'timeout' })
  silent.closeAllConnections()
  silent.close()
})

test('a reading that is called off ends at once', async () => {
  on.facebook.faults.add({ kind: 'silent', when: 'before' })
  const halt = new AbortController()
  const reading = sourceOf(on.network, 'messages').fetch(null, halt.signal)
  halt.abort()
  await expect(reading).rejects.toMatchObject({ name: 'SourceFailed', code: 'interrupted' })
})

test('a server whose certificate nobody vouches for gets nothing', async () => {
  const { Request } = fromFb('request') as { Request: { prototype: { ca?: unknown } } }
  const trusted = Request.prototype.ca
  delete Request.prototype.ca
  try {
    expect(await on.network.publish(draft('Dag'), 'key')).toMatchObject({ status: 'later', reason: 'certificate' })
  } finally {
    Request.prototype.ca = trusted
  }
  expect(on.facebook.journal.asked).toEqual([])
})
