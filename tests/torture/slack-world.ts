import { manifestOf } from '../../src/tools/slack-manifest/manifest.ts'
import { asDesk } from '../support/slack/as-desk.ts'
import { FakeSlack } from '../support/slack/fake.ts'
import type { AppManifest } from '../support/slack/manifest.ts'
import { type SlackProxy, startProxy } from '../support/slack/proxy.ts'

/** A workspace for a station in a process of its own, which reaches it at Slack's own addresses. */
export interface SlackWorld {
  fake: FakeSlack
  proxy: SlackProxy
  /** The local desk's calls over it. */
  desk: string
  /** What the station is started with. */
  env: Record<string, string>
  stop(): Promise<void>
}

const TEAM = ['curator-deventer', 'curator-hengelo', 'curator-alkmaar', 'curator-delft', 'curator-vlissingen']

/** @param station the station's own address, for what Slack sends to its port */
export async function startSlack(
  station: string,
  options: { limits: boolean; mode?: 'socket' | 'http'; sandbox?: string },
): Promise<SlackWorld> {
  const mode = options.mode ?? 'socket'
  const fake = await FakeSlack.start({
    limits: options.limits,
    mode,
    publicSocket: 'wss',
    requestUrl: `${station}/slack/events`,
  })
  const http = mode === 'http' ? 'https://station.example.nl' : null
  // Slack's own three tries, sooner one after the other; the last still comes after any pause between two lines.
  fake.retries = [0, 20_000, 60_000]
  fake.install(manifestOf({ name: 'Schatkamer', language: 'nl', prefix: '', http }) as unknown as AppManifest)
  for (const name of TEAM) await fake.person({ name, realName: name })
  const coordinator = await fake.person({ name: 'coordinator', realName: 'Coördinator' })
  await fake.group(
    'schatkamer-curatoren',
    TEAM.map((name) => fake.workspace.person(name).id),
  )
  await fake.group('schatkamer-coordinatoren', [coordinator])
  const proxy = await startProxy(fake.url)
  const facade = await asDesk(fake, { sandbox: options.sandbox ?? null })
  return {
    fake,
    proxy,
    desk: facade.url,
    env: {
      SLACK_BOT_TOKEN: fake.botToken,
      ...(mode === 'socket' ? { SLACK_APP_TOKEN: fake.appToken } : { SLACK_SIGNING_SECRET: fake.signingSecret }),
      HTTPS_PROXY: proxy.url,
      NO_PROXY: '127.0.0.1,localhost',
      NODE_EXTRA_CA_CERTS: proxy.ca,
    },
    async stop() {
      await facade.close()
      await proxy.stop()
      await fake.stop()
    },
  }
}
