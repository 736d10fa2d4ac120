import { expect, test } from 'vitest'
import { isExcepted, openWays } from '../../src/web/way.ts'

test.each([
  ['api.x.com', true],
  ['x.com', true],
  ['.x.com', true],
  ['*.x.com', true],
  ['API.X.COM:443', true],
  ['intranet.example.nl, api.x.com', true],
  ['*', true],
  ['', false],
  ['pi.x.com', false],
  ['api.x.com:8080', false],
  ['com.example', false],
])('NO_PROXY=%s leaves the proxy out on the way to api.x.com: %s', (except, left) => {
  expect(isExcepted('api.x.com', except)).toBe(left)
})

test('without a proxy, or past it, the way is direct', () => {
  const { way, close } = openWays({ url: 'http://name:word@proxy.example:3128', except: 'graph.facebook.com' })
  expect(way('api.x.com').proxy).toBe('http://name:word@proxy.example:3128')
  expect(way('graph.facebook.com').proxy).toBeNull()
  expect(way('api.x.com').agent).not.toBe(way('graph.facebook.com').agent)
  expect(openWays(null).way('api.x.com').proxy).toBeNull()
  close()
})
