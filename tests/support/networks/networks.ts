import type { NetworkName } from '../../../src/model/network.ts'
import { FakeFacebook } from '../facebook/fake.ts'
import { type OutsideProxy, startProxy } from '../outside/proxy.ts'
import { FakeX } from '../x/fake.ts'
import { FakeYouTube } from '../youtube/fake.ts'
import { asSandbox } from './as-sandbox.ts'
import { facebookStage } from './facebook-stage.ts'
import type { Stage } from './stage.ts'
import { xStage } from './x-stage.ts'
import { youtubeStage } from './youtube-stage.ts'

/** The word that the station's desk asks for while a network is real. */
export const DESK_TOKEN = 'a-word-of-the-tests'
const VERIFY_TOKEN = 'a-word-for-webhooks'

/** The real networks' fakes behind their own addresses, for a station in a process of its own. */
export interface NetworksWorld {
  x: FakeX | null
  facebook: FakeFacebook | null
  youtube: FakeYouTube | null
  proxy: OutsideProxy
  /** The sandbox's calls over them, and the desk's passed on with its token. */
  url: string
  /** What the station is started with. */
  env: Record<string, string>
  /** What was sent again after a lost answer without a look whether it is there, and what broke a platform's rules. */
  misbehaviour(): { blind: string[]; violations: string[] }
  stop(): Promise<void>
}

/**
 * @param names which networks are real; the sandbox inside the station plays the others
 * @param station the station's own address, for what Facebook sends to its port
 * @param desk where the desk's calls are passed on to
 */
export async function startNetworks(
  names: readonly NetworkName[],
  { station, desk }: { station: string; desk: string },
): Promise<NetworksWorld> {
  const x = names.includes('x') ? await FakeX.start() : null
  const facebook = names.includes('facebook') ? await FakeFacebook.start() : null
  const youtube = names.includes('youtube') ? await FakeYouTube.start() : null
  if (facebook) {
    facebook.webhooks.to(`${station}/facebook/webhook`)
    // Facebook's own pauses, shortened: while the station is down, its webhooks come again when it is up.
    facebook.webhooks.retries = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000]
  }
  const stages: Stage[] = [
    ...(x ? [xStage(x)] : []),
    ...(facebook ? [facebookStage(facebook)] : []),
    ...(youtube ? [youtubeStage(youtube)] : []),
  ]
  const proxy = await startProxy({
    ...(x && { 'api.x.com': x.url }),
    ...(facebook && { 'graph.facebook.com': facebook.url }),
    ...youtube?.routes,
  })
  const facade = await asSandbox(stages, { url: desk, token: DESK_TOKEN })
  return {
    x,
    facebook,
    youtube,
    proxy,
    url: facade.url,
    env: {
      ...(x && {
        X_API_KEY: x.credentials.appKey,
        X_API_SECRET: x.credentials.appSecret,
        X_ACCESS_TOKEN: x.accessToken,
        X_ACCESS_SECRET: x.accessSecret,
      }),
      ...(facebook && {
        FACEBOOK_APP_ID: facebook.settings.appId,
        FACEBOOK_APP_SECRET: facebook.settings.appSecret,
        FACEBOOK_PAGE_ID: facebook.settings.pageId,
        FACEBOOK_PAGE_TOKEN: facebook.settings.pageToken,
        FACEBOOK_VERIFY_TOKEN: VERIFY_TOKEN,
      }),
      ...(youtube && {
        YOUTUBE_CLIENT_ID: youtube.oauth.clientId,
        YOUTUBE_CLIENT_SECRET: youtube.oauth.clientSecret,
        YOUTUBE_REFRESH_TOKEN: youtube.oauth.refreshToken,
      }),
      DESK_TOKEN,
      HTTPS_PROXY: proxy.url,
      NO_PROXY: '127.0.0.1,localhost',
      NODE_EXTRA_CA_CERTS: proxy.ca,
    },
    misbehaviour: () => ({
      blind: [
        ...(x?.journal.blind ?? []).map(({ text, target }) => `x: ${text} under ${target}`),
        ...(facebook?.journal.blindRepeats ?? []).map((one) => `facebook: ${JSON.stringify(one)}`),
        ...(youtube?.journal.blind ?? []).map((one) => `youtube: ${one}`),
      ],
      violations: [x, facebook, youtube].flatMap((fake) => [...new Set(fake?.journal.violations ?? [])]),
    }),
    async stop() {
      await facade.close()
      await proxy.stop()
      await Promise.all([x?.stop(), facebook?.stop(), youtube?.stop()])
    },
  }
}
