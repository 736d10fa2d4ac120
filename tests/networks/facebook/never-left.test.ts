import { expect, onTestFinished, test } from 'vitest'
import { BREAKS, startBrokenProxy } from '../../support/outside/broken-proxy.ts'
import { draft, usePlayground } from './playground.ts'

const on = usePlayground()

test.each(Object.keys(BREAKS))('where the proxy %s nothing went out: it is later', async (breaks) => {
  const broken = await startBrokenProxy(breaks)
  onTestFinished(broken.stop)
  const { agent } = on.surroundings.way('graph.facebook.com')
  const network = on.as({}, { way: () => ({ agent, proxy: broken.url }) })
  expect(await network.publish(draft('Dag'), 'key')).toMatchObject({
    status: 'later',
    reason: breaks.includes('TLS') || breaks.includes('handshake') ? 'EHANDSHAKE' : 'proxy',
    scope: 'rate',
  })
  expect(on.facebook.journal.asked).toEqual([])
})
