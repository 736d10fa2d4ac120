import type { HttpsProxyAgent } from 'https-proxy-agent'
import { expect, onTestFinished, test } from 'vitest'
import { xNetwork } from '../../../src/networks/x/adapter.ts'
import { openWays } from '../../../src/web/way.ts'
import { BREAKS, startBrokenProxy } from '../../support/outside/broken-proxy.ts'
import { draft, onX } from './playground.ts'

test.each(Object.keys(BREAKS))(
  'where the proxy %s nothing went out: it is later, and costs nothing',
  async (breaks) => {
    const { x, settings, surroundings, proxy, agent: trusting, purse } = await onX()
    const broken = await startBrokenProxy(breaks)
    const ways = openWays({ url: proxy.url, except: '' })
    onTestFinished(() => {
      ways.close()
      broken.stop()
    })
    const agent = ways.way('api.x.com').agent as unknown as HttpsProxyAgent<string>
    Object.assign(agent.options, trusting.options)
    const network = xNetwork(settings, { ...surroundings, way: ways.way })
    expect(await network.publish(draft('Eerst'), 'k')).toMatchObject({ status: 'published' })
    const spent = { ...purse.spent }
    agent.destroy()
    agent.connectOpts.port = broken.port
    expect(await network.publish(draft('Hallo'), 'k')).toMatchObject({
      status: 'later',
      reason: breaks.includes('TLS') || breaks.includes('handshake') ? 'EHANDSHAKE' : 'proxy',
      scope: 'rate',
    })
    expect(x.published()).toHaveLength(1)
    expect(purse.spent).toEqual(spent)
  },
)
