import type { HttpsProxyAgent } from 'https-proxy-agent'
import { expect, onTestFinished, test } from 'vitest'
import { youtubeNetwork } from '../../../src/networks/youtube/adapter.ts'
import { openWays } from '../../../src/web/way.ts'
import { BREAKS, startBrokenProxy } from '../../support/outside/broken-proxy.ts'
import { draftTo, openPlayground } from './playground.ts'

test.each(Object.keys(BREAKS))(
  'where the proxy %s nothing went out: it is later, and costs nothing',
  async (breaks) => {
    const at = await openPlayground()
    const broken = await startBrokenProxy(breaks)
    const ways = openWays({ url: at.proxy.url, except: '' })
    onTestFinished(async () => {
      ways.close()
      broken.stop()
      await at.stop()
    })
    const agent = ways.way('youtube.googleapis.com').agent as unknown as HttpsProxyAgent<string>
    Object.assign(agent.options, (at.surroundings.way('').agent as unknown as HttpsProxyAgent<string>).options)
    const network = youtubeNetwork(at.settings, { ...at.surroundings, way: ways.way })
    const { id } = at.youtube.comments('lezer', 'Vraag')
    expect(await network.publish(draftTo(id, 'Eerst'), 'k')).toMatchObject({ status: 'published' })
    const spent = { ...at.purse.spent }
    agent.destroy()
    agent.connectOpts.port = broken.port
    expect(await network.publish(draftTo(id), 'k')).toMatchObject({
      status: 'later',
      reason: breaks.includes('TLS') || breaks.includes('handshake') ? 'EHANDSHAKE' : 'proxy',
      scope: 'rate',
    })
    expect(at.purse.spent).toEqual(spent)
  },
)
